"""Says which "listen" pages of the pack's stories no longer begin and end with a sentence of their recording."""

import json
import re
import sys
from pathlib import Path

PACK = Path(__file__).resolve().parent.parent
STAMP = re.compile(r"(\d+):(\d+):([\d.]+) --> (\d+):(\d+):([\d.]+)")


def sentences(item):
    """Starts and ends of the cues, in seconds, in the language that is spoken."""
    spoken = (item.get("transcripts") or item.get("captions"))[item["spoken"]]
    times = [[float(part) for part in found] for found in STAMP.findall((PACK / spoken).read_text(encoding="utf-8"))]
    return {h * 3600 + m * 60 + s for h, m, s, *_ in times}, {h * 3600 + m * 60 + s for *_, h, m, s in times}


def main():
    recordings = {path.stem: json.loads(path.read_text(encoding="utf-8"))
                  for folder in ("voices", "films") for path in (PACK / folder).glob("*.json")}
    wrong = 0
    for story in sorted((PACK / "stories").glob("*.json")):
        for page in json.loads(story.read_text(encoding="utf-8"))["pages"]:
            if page["layout"] != "listen":
                continue
            starts, ends = sentences(recordings[page["item"]])
            for key, times in (("from", starts), ("to", ends)):
                value = page.get(key, 0)
                nearest = min(times, key=lambda time: abs(time - value))
                if value and abs(nearest - value) > 0.02:
                    wrong += 1
                    print(f"{story.name}: “{key}” is {value:g}, but a sentence of {page['item']} lies at {nearest:.3f}.")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
