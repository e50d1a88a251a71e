"""The guide for teachers is done as it is written, from what a class hands in to who is right on what."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from kept import threefold

GUIDE = (Path(__file__).parents[1] / "docs" / "class.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"^`([\w./]+)`:\n\n```\w+\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL))
READS = '    depths = [int(line) for line in text.split("\\n")]\n'


@pytest.mark.first
def test_the_guide_as_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changes = {"ada": ("", ""), "grace": ("a < b", "a <= b"), "alan": (READS, f"{READS}    depths[3]\n")}
    for name, change in changes.items():
        for path, text in FILES.items():
            target = tmp_path / path.replace("ada", name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text.replace("ada", name).replace("Ada", name.title()).replace(*change, 1))
    monkeypatch.chdir(tmp_path)
    [(install, sweep)] = re.findall(r"^```sh\n(pip .*)\n(threefold .*)\n```$", GUIDE, re.MULTILINE)
    assert install == "pip install class/*/"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps"]
    folders = [str(path) for path in sorted(tmp_path.glob("class/*/"))]
    subprocess.run(
        [*command, "--no-build-isolation", "--target=installed", *folders], check=True, timeout=200
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "installed"))
    shown = threefold(*shlex.split(sweep)[1:], "--workers=1", status=1).stdout
    [promised] = re.findall(r"^```text\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    for line in promised.splitlines()[3:-1]:
        count = re.sub(r"\d+ (?=[a-z])", "COUNT ", line)  # whatever the seed is
        assert re.search(re.sub(r"\s+", r"\\s+", count).replace("COUNT", r"\d+"), shown), shown
    assert (tmp_path / "swept" / "report.json").is_file()
    texts = [path.read_text() for path in tmp_path.glob("swept/findings/*grace*/input.txt")]
    assert [text.count("\n") for text in texts] == [2] and len(set(texts[0].split())) == 1
