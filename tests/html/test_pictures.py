"""Pictures on paper have the colours that a browser gives them."""

import base64
import io
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from bronbrief.core.rasters import as_shown
from support.browser import Browser
from support.pictures import DISPLAY_P3, profile
from support.typesetting import attempt, page

RED, CLOSE = (200, 60, 40), 4
NAMES = {"PNG": "image/png", "JPEG": "image/jpeg"}


def picture(kind: str, mode: str = "RGB", **how: object) -> tuple[bytes, str]:
    """Return a red picture as a file of some kind, and its media type."""
    out = io.BytesIO()
    Image.new("RGB", (64, 64), RED).convert(mode, palette=Image.Palette.ADAPTIVE).save(
        out, kind, quality=100, **how
    )
    return out.getvalue(), NAMES[kind]


PICTURES = {
    "PNG without a profile": picture("PNG"),
    "PNG for Display P3": picture("PNG", icc_profile=DISPLAY_P3),
    "PNG with a palette for Display P3": picture("PNG", "P", icc_profile=DISPLAY_P3),
    "PNG with transparency for Display P3": picture("PNG", "RGBA", icc_profile=DISPLAY_P3),
    "PNG with a profile that is none": picture("PNG", icc_profile=b"no profile at all"),
    "JPEG without a profile": picture("JPEG"),
    "JPEG for Display P3": picture("JPEG", icc_profile=DISPLAY_P3),
    "JPEG in RGB, with Adobe's marker": picture("JPEG", keep_rgb=True),
    "grey JPEG with a profile": picture("JPEG", "L", icc_profile=profile("Dot gain", grey=True)),
    "grey JPEG with a profile for colours": picture("JPEG", "L", icc_profile=DISPLAY_P3),
}


def printed(data: bytes, kind: str) -> tuple[int, ...]:
    """Return the colour of a picture on paper."""
    shown = as_shown(data, kind)
    assert shown is not None
    made = attempt(page(f'<p><img src="{address(*shown)}" alt="Rood" style="width:50mm"></p>'))
    assert made.value is not None, made.diagnostics
    with pypdfium2.PdfDocument(made.value) as document:
        image = document[0].render(scale=1).to_pil().convert("RGB")
    return at_its_middle(image, (20 + 25) * 72 / 25.4)


def on_screen(data: bytes, kind: str, browser: Browser, folder: Path) -> tuple[int, ...]:
    """Return the colour of a picture in a browser."""
    (folder / "x.html").write_text(f'<img src="{address(data, kind)}" style="position:absolute;inset:0">')
    with browser.page(folder / "x.html") as open_page:
        return at_its_middle(Image.open(io.BytesIO(open_page.screenshot())).convert("RGB"), 32)


def address(data: bytes, kind: str) -> str:
    """Return a picture as a data address."""
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def at_its_middle(image: Image.Image, place: float) -> tuple[int, ...]:
    """Return the colour at a place as far from the left as from the top."""
    colour = image.getpixel((round(place), round(place)))
    assert isinstance(colour, tuple)
    return colour


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_prints_as_a_browser_shows_it(name: str, browser: Browser, tmp_path: Path) -> None:
    """Profiles, palettes and the marks of image programs change the colours on paper as they do on screen."""
    data, kind = PICTURES[name]
    assert printed(data, kind) == pytest.approx(on_screen(data, kind, browser, tmp_path), abs=CLOSE)


def test_a_profile_tells() -> None:
    """Display P3 makes the same numbers another colour, so that the test above can fail."""
    plain, wide = PICTURES["PNG without a profile"], PICTURES["PNG for Display P3"]
    assert printed(*plain) == pytest.approx(RED, abs=1)
    assert printed(*wide)[0] > RED[0] + CLOSE
