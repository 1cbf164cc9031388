"""Downloads that go wrong in every way, against a server on this machine."""

import errno
import io
import os
import signal
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import loopback
import pytest

from utils import downloads, manifest, meter, places, settings, transfer
from utils.manifest import DataError
from utils.transfer import UnavailableError

CONTENT = bytes(range(256)) * 1200  # 307,200 bytes
PHOTO = b"not really a photo"
FETCH = """
import sys
from pathlib import Path
from utils import downloads
print(downloads.fetch("mini", manifest=Path(sys.argv[1])))
"""


@pytest.fixture(autouse=True)
def own_folders(monkeypatch, tmp_path):
    for name in ("COURSE_DATA", "COURSE_PROFILE", "COURSE_REQUIRE_REAL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COURSE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def served():
    with loopback.server(CONTENT) as (url, requests):
        yield url, requests


def mini(tmp_path, *urls, **fields):
    fields.setdefault("hash", loopback.sha256(CONTENT))
    path = tmp_path / "manifest.toml"
    return loopback.write_manifest(path, "mini", "mini.bin", urls, **fields)


def nothing_left(tmp_path):
    left = sorted(p.name for p in (tmp_path / "cache").rglob("*"))
    return [name for name in left if not name.endswith(".lock")] == []


def test_a_good_file_lands_in_the_cache_and_is_not_fetched_again(
    tmp_path, served
):
    url, requests = served
    listed = mini(tmp_path, f"{url}/good")
    first = downloads.fetch("mini", manifest=listed)
    assert first == tmp_path / "cache" / "mini.bin"
    assert first.read_bytes() == CONTENT
    assert downloads.fetch("mini", manifest=listed) == first
    assert downloads.find("mini", manifest=listed) == first
    assert requests == ["/good"]
    assert not list(first.parent.glob("*.part"))


def test_a_redirect_is_followed_and_not_counted(tmp_path, served, capsys):
    listed = mini(tmp_path, f"{served[0]}/moved")
    path = downloads.fetch("mini", manifest=listed)
    assert path.read_bytes() == CONTENT
    assert capsys.readouterr().err.endswith("100 %, 0.3 of 0.3 MB\n")


def test_the_progress_line_ends_at_all_bytes(tmp_path, served, capsys):
    downloads.fetch("mini", manifest=mini(tmp_path, f"{served[0]}/good"))
    line = capsys.readouterr().err.split("\r")[-1]
    assert line == "Downloading mini.bin: 100 %, 0.3 of 0.3 MB\n"


def test_the_second_mirror_is_used_when_the_first_answers_404(tmp_path, served):
    url, requests = served
    listed = mini(tmp_path, f"{url}/missing", f"{url}/good")
    path = downloads.fetch("mini", manifest=listed)
    assert path.read_bytes() == CONTENT
    assert requests == ["/missing", "/good"]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("missing", "answered 404 Not Found"),
        ("page", "sent a web page in place of the file"),
        ("short", "broke off after 153,600 of 307,200 bytes"),
        ("other", "sent another file, which has SHA-256"),
        ("silent", "was silent or too slow for 1 seconds"),
        ("drip", "was silent or too slow for 1 seconds"),
    ],
)
def test_a_bad_answer_is_named_and_not_kept(tmp_path, served, kind, said):
    url = f"{served[0]}/{kind}"
    listed = mini(tmp_path, url)
    with pytest.raises(UnavailableError) as caught:
        downloads.fetch("mini", manifest=listed, timeout=1)
    assert f"MINI could not be downloaded: {url} {said}" in str(caught.value)
    assert settings.command("fetch mini") in str(caught.value)
    assert "put mini.bin into a folder and set COURSE_DATA" in str(caught.value)
    assert nothing_left(tmp_path)
    listed = mini(tmp_path, url, f"{served[0]}/good")
    assert downloads.fetch("mini", manifest=listed, timeout=1).exists()


def test_without_a_network_each_address_is_named(tmp_path):
    url = loopback.closed_url()
    listed = mini(tmp_path, f"{url}/a", f"{url}/b")
    with pytest.raises(UnavailableError) as caught:
        downloads.fetch("mini", manifest=listed)
    for address in ("/a", "/b"):
        assert f"{url}{address} cannot be reached" in str(caught.value)
    assert nothing_left(tmp_path)


def test_a_slow_server_above_the_limit_is_waited_for(
    tmp_path, served, monkeypatch
):
    listed = mini(tmp_path, f"{served[0]}/slow")
    path = downloads.fetch("mini", manifest=listed, timeout=1)
    assert path.read_bytes() == CONTENT
    path.unlink()
    monkeypatch.setattr(meter, "SLOWEST", len(CONTENT))
    with pytest.raises(UnavailableError, match="too slow"):
        downloads.fetch("mini", manifest=listed, timeout=1)


def test_a_damaged_file_is_named_then_replaced_by_fetch(tmp_path, served):
    listed = mini(tmp_path, f"{served[0]}/good")
    path = tmp_path / "cache" / "mini.bin"
    path.parent.mkdir()
    path.write_bytes(CONTENT[:-1])
    with pytest.raises(DataError) as caught:
        downloads.find("mini", manifest=listed)
    assert f"{path} has SHA-256" in str(caught.value)
    assert settings.command("fetch mini") in str(caught.value)
    assert path.read_bytes() == CONTENT[:-1]
    assert downloads.fetch("mini", manifest=listed) == path
    assert path.read_bytes() == CONTENT


def test_a_failed_download_leaves_the_old_file_alone(tmp_path, served):
    listed = mini(tmp_path, f"{served[0]}/other")
    path = tmp_path / "cache" / "mini.bin"
    path.parent.mkdir()
    path.write_bytes(b"older")
    with pytest.raises(UnavailableError):
        downloads.fetch("mini", manifest=listed)
    assert path.read_bytes() == b"older"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_named_and_nothing_is_left(tmp_path, served):
    listed = mini(tmp_path, f"{served[0]}/good", bytes=len(CONTENT))
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "mini.bin.part").symlink_to("/dev/full")
    with pytest.raises(UnavailableError) as caught:
        downloads.fetch("mini", manifest=listed)
    said = f"the disk of {tmp_path / 'cache'} is full, mini.bin needs 0.3 MB"
    assert said in str(caught.value)
    assert "COURSE_CACHE" in str(caught.value)
    assert nothing_left(tmp_path)


def test_too_little_space_is_said_before_the_download(
    tmp_path, served, monkeypatch
):
    url, requests = served
    free = type("Usage", (), {"free": 1000})
    monkeypatch.setattr(transfer.shutil, "disk_usage", lambda folder: free)
    with pytest.raises(UnavailableError, match=r"is full, mini\.bin needs"):
        listed = mini(tmp_path, f"{url}/good", bytes=len(CONTENT))
        downloads.fetch("mini", manifest=listed)
    assert requests == []


def test_a_folder_that_cannot_be_made_is_named(tmp_path, served, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("COURSE_CACHE", str(tmp_path / "file" / "cache"))
    listed = mini(tmp_path, f"{served[0]}/good")
    with pytest.raises(UnavailableError) as caught:
        downloads.fetch("mini", manifest=listed)
    assert f"{tmp_path / 'file' / 'cache'} cannot be written" in str(
        caught.value
    )


def test_a_folder_that_is_not_writable_is_named(tmp_path, served, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # root could write all the same
    entry = manifest.Entry(
        "mini", "data set", "MINI", "mini.bin", loopback.sha256(CONTENT), {},
        False, (), (), (f"{served[0]}/good",), 0,
    )  # fmt: skip
    with pytest.raises(
        UnavailableError, match=r"written \(Permission denied\)"
    ):
        transfer.download(entry, tmp_path / "cache")


def test_two_processes_fetch_at_once_and_download_once(tmp_path, served):
    url, requests = served
    listed = mini(tmp_path, f"{url}/slow")
    arguments = [sys.executable, "-c", FETCH, str(listed)]
    both = [
        subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    answers = [process.communicate(timeout=60)[0].strip() for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert answers == [str(tmp_path / "cache" / "mini.bin")] * 2
    assert Path(answers[0]).read_bytes() == CONTENT
    assert requests == ["/slow"]


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
def test_a_killed_download_leaves_no_file_and_the_next_one_succeeds(
    tmp_path, served
):
    url, _ = served
    listed = mini(tmp_path, f"{url}/slow")
    arguments = [sys.executable, "-c", FETCH, str(listed)]
    process = subprocess.Popen(arguments, stderr=subprocess.DEVNULL)
    part = tmp_path / "cache" / "mini.bin.part"
    loopback.wait_for(lambda: part.exists() and part.stat().st_size > 0)
    process.send_signal(signal.SIGKILL)
    process.wait(10)
    assert 0 < part.stat().st_size < len(CONTENT)
    assert downloads.find("mini", manifest=listed) is None
    path = downloads.fetch("mini", manifest=listed)
    assert path.read_bytes() == CONTENT
    assert not part.exists()


def test_places_are_searched_in_the_order_that_is_promised(
    tmp_path, monkeypatch
):
    listed = mini(tmp_path, keras=["datasets/mini.bin"])
    given, cache = tmp_path / "given", tmp_path / "cache"
    keras = tmp_path / "keras" / "datasets"
    monkeypatch.setenv("COURSE_DATA", str(given))
    for folder in (given, cache, keras):
        folder.mkdir(parents=True)
    assert downloads.find("mini", manifest=listed) is None
    for folder in (keras, cache, given):
        (folder / "mini.bin").write_bytes(CONTENT)
        found = downloads.find("mini", manifest=listed)
        assert found == folder / "mini.bin"


def test_a_damaged_file_in_course_data_gives_way_to_a_good_one_and_is_named(
    tmp_path, monkeypatch
):
    listed = mini(tmp_path)
    given, cache = tmp_path / "given", tmp_path / "cache"
    monkeypatch.setenv("COURSE_DATA", str(given))
    for folder, content in ((given, b"bad"), (cache, CONTENT)):
        folder.mkdir()
        (folder / "mini.bin").write_bytes(content)
    with pytest.warns(UserWarning, match="given.*damaged.*Using .*cache"):
        found = downloads.find("mini", manifest=listed)
    assert found == cache / "mini.bin"


def test_damage_in_keras_cache_is_not_the_learners_business(tmp_path, served):
    listed = mini(tmp_path, f"{served[0]}/good", keras=["datasets/mini.bin"])
    keras = tmp_path / "keras" / "datasets" / "mini.bin"
    keras.parent.mkdir(parents=True)
    keras.write_bytes(CONTENT[:100])
    assert downloads.find("mini", manifest=listed) is None
    assert downloads.fetch("mini", manifest=listed).parent == places.cache()
    assert keras.read_bytes() == CONTENT[:100]


def test_course_data_counts_from_the_project_not_from_the_kernels_folder(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(settings, "project_root", lambda: tmp_path)
    (tmp_path / "given").mkdir()
    monkeypatch.setenv("COURSE_DATA", "given")
    monkeypatch.chdir("/")
    assert places.course_data() == tmp_path / "given"
    monkeypatch.setenv("COURSE_DATA", "absent")
    with pytest.raises(DataError, match="'absent', but there is no folder"):
        places.course_data()
    monkeypatch.setenv("COURSE_DATA", "")
    assert places.course_data() is None


def test_the_smoke_profile_never_asks_a_server(tmp_path, served, monkeypatch):
    url, requests = served
    monkeypatch.setenv("COURSE_PROFILE", "smoke")
    with pytest.raises(DataError, match="COURSE_PROFILE is smoke"):
        downloads.fetch("mini", manifest=mini(tmp_path, f"{url}/good"))
    assert requests == []


def test_an_unknown_name_gets_the_list_of_names():
    with pytest.raises(
        DataError, match=r"'cifar'.*mnist, cifar10, hymenoptera"
    ):
        downloads.fetch("cifar")


def test_a_file_nobody_offers_is_to_be_put_there_by_hand():
    with pytest.raises(DataError, match="put weights/resnet50_conv4"):
        downloads.fetch("resnet50_conv4")


# Photos: an archive without a hash of its own, each photo with one.

NAMES = [
    "train/ants/a b.jpg",
    "train/bees/c.jpg",
    "val/ants/d.jpg",
    "val/bees/e.jpg",
]


def zipped(names, *, content=PHOTO, link=None):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, content)
        if link:
            info = zipfile.ZipInfo(link)
            info.external_attr = 0o120777 << 16
            archive.writestr(info, "/etc/passwd")
    return stream.getvalue()


def insects(tmp_path, url):
    lines = [f"{loopback.sha256(PHOTO)[7:]}  {name}\n" for name in NAMES]
    (tmp_path / "photos.sha256").write_text("".join(lines))
    return loopback.write_manifest(
        tmp_path / "manifest.toml",
        "insects",
        "insects.zip",
        [f"{url}/good"],
        listing="photos.sha256",
        folders=["insects"],
    )


def fetch_insects(tmp_path, archive):
    with loopback.server(archive) as (url, _):
        return downloads.fetch("insects", manifest=insects(tmp_path, url))


def test_photos_are_unpacked_file_by_file_and_nothing_else_is(tmp_path):
    names = [f"top/{name}" for name in NAMES]
    path = fetch_insects(tmp_path, zipped([*names, "top/train/ants/more.gif"]))
    assert path == tmp_path / "cache" / "insects"
    files = [p.relative_to(path).as_posix() for p in path.rglob("*.*")]
    assert sorted(files) == NAMES
    assert (path / NAMES[0]).read_bytes() == PHOTO
    listed = insects(tmp_path, "unused")
    (row,) = downloads.status(manifest=listed)
    assert row.detail == "4 photos, 4 of them byte for byte the originals"


def test_other_photos_in_the_same_folders_pass_and_status_says_so(
    tmp_path, monkeypatch
):
    listed = insects(tmp_path, "unused")
    for name in NAMES:
        path = tmp_path / "given" / "insects" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"reduced")
    monkeypatch.setenv("COURSE_DATA", str(tmp_path / "given"))
    found = downloads.find("insects", manifest=listed)
    assert found == tmp_path / "given" / "insects"
    (row,) = downloads.status(manifest=listed)
    assert (row.state, row.mend) == ("ok", "")
    assert row.detail == "4 photos, 0 of them byte for byte the originals"
    (found / NAMES[0]).unlink()
    with pytest.raises(DataError, match="holds no photos in train/ants/"):
        downloads.find("insects", manifest=listed)


@pytest.mark.parametrize(
    ("archive", "said"),
    [
        (zipped(["top/../../evil.jpg"]), r"'top/../../evil.jpg', a path"),
        (zipped(["/evil.jpg"]), r"'/evil.jpg', a path that can reach outside"),
        (zipped(["C:/evil.jpg"]), r"'C:/evil.jpg', a path"),
        (zipped(["top\\..\\..\\evil.jpg"]), r"a path that can reach outside"),
        (zipped([], link="top/evil.jpg"), r"'top/evil.jpg', a link"),
        (
            zipped([f"top/{n}" for n in NAMES[1:]]),
            r"lacks 1 of 4 files.*a b.jpg",
        ),
        (
            zipped([f"top/{n}" for n in NAMES], content=b"evil"),
            r"train/ants/a b.jpg has SHA-256",
        ),
        (b"PK\x03\x04 this is no archive", r"cannot be unpacked"),
    ],
)
def test_a_bad_archive_is_refused_and_leaves_nothing(tmp_path, archive, said):
    before = sorted(p for p in tmp_path.rglob("*"))
    assert before == []
    with pytest.raises(UnavailableError, match=said):
        fetch_insects(tmp_path, archive)
    assert nothing_left(tmp_path)
    assert not [p for p in tmp_path.rglob("*") if "evil" in p.name]


def test_a_download_of_photos_replaces_a_broken_folder(tmp_path):
    broken = tmp_path / "cache" / "insects" / "train"
    broken.mkdir(parents=True)
    path = fetch_insects(tmp_path, zipped([f"top/{name}" for name in NAMES]))
    assert (
        manifest.problem(
            manifest.find("insects", tmp_path / "manifest.toml"), path
        )
        == ""
    )


# What `course fetch` and `course doctor` show.


def test_status_tells_missing_damaged_and_good_apart(tmp_path, served):
    listed = mini(tmp_path, f"{served[0]}/good")
    (row,) = downloads.status(manifest=listed)
    assert (row.name, row.kind, row.where) == ("mini", "data set", None)
    assert (row.state, row.mend) == (
        "missing",
        f"run `{settings.command('fetch mini')}`",
    )
    path = tmp_path / "cache" / "mini.bin"
    path.parent.mkdir()
    path.write_bytes(b"bad")
    (row,) = downloads.status(manifest=listed)
    assert (row.state, row.where) == ("damaged", path)
    assert "has SHA-256" in row.detail and "fetch mini" in row.mend
    path.write_bytes(CONTENT)
    (row,) = downloads.status(manifest=listed)
    assert row[2:] == (path, "ok", "hash ok", "")


def test_status_reports_a_wrong_course_data_as_a_row(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_DATA", str(tmp_path / "absent"))
    first, second = downloads.status(manifest=mini(tmp_path))
    assert (first.name, first.state) == ("COURSE_DATA", "missing")
    assert "there is no folder" in first.detail and first.mend
    assert second.name == "mini"


def test_the_manifest_names_a_hash_for_everything_that_can_be_downloaded():
    entries = manifest.load()
    assert {"mnist", "cifar10", "hymenoptera"} <= set(entries)
    assert sum(entry.kind == "weights" for entry in entries.values()) == 5
    for entry in entries.values():
        assert entry.hash or entry.members, entry.name
        assert not entry.urls or entry.bytes, entry.name
        for value in [entry.hash, *entry.members.values()]:
            algorithm, _, digits = value.partition(":")
            length = {"sha256": 64, "md5": 32, "": 0}[algorithm]
            assert len(digits) == length, entry.name
    counts = [Path(name).parent.name for name in entries["hymenoptera"].members]
    assert len(counts) == 397 and set(counts) == {"ants", "bees"}


def test_the_manifest_agrees_with_the_installed_keras():
    import importlib.util

    spec = importlib.util.find_spec("keras")  # reads, does not import
    source = Path(spec.origin).parent / "src"
    files = {
        "mnist": "datasets/mnist.py",
        "cifar10": "datasets/cifar10.py",
        "resnet50_notop": "applications/resnet.py",
        "inception_v3_notop": "applications/inception_v3.py",
    }
    entries = manifest.load()
    for name, file in files.items():
        value = entries[name].hash.partition(":")[2]
        assert value in (source / file).read_text(encoding="utf-8"), name


def test_a_broken_manifest_is_named(tmp_path):
    path = tmp_path / "manifest.toml"
    path.write_text("[mini]\nkind = 1")
    with pytest.raises(DataError, match=r"manifest\.toml cannot be read"):
        manifest.load(path)


def test_a_tar_archive_with_links_or_paths_outside_is_refused(tmp_path):
    from utils import unpacking

    for name, kind in (
        ("top/../../e", tarfile.REGTYPE),
        ("top/e", tarfile.SYMTYPE),
    ):
        path = tmp_path / "archive.tar.gz"
        with tarfile.open(path, "w:gz") as archive:
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        with pytest.raises(DataError, match="can reach outside its own folder"):
            unpacking.members(path, {"e"})
