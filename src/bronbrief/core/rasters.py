"""Photographs and other raster images as browsers show them, for a typesetter that takes less.

The typesetter knows neither gamma (PNG, gAMA) nor colour profiles (ICC.1), reads grey of 16 bits as 8, and
draws what there is of half a file. Of moving images the first frame counts.
"""

import io
from typing import TYPE_CHECKING

from bronbrief.core.images import JPEG

if TYPE_CHECKING:
    from PIL.Image import Image

_DEEP = ("I;16", "I;16B", "I;16L", "I", "F")
_SCREEN = 2.2
_SAME = 0.05
_BYTE, _WORD = 255, 257


def as_shown(data: bytes, kind: str) -> tuple[bytes, str] | None:
    """Return an image of PNG, JPEG or WebP that prints as browsers show it, and its media type.

    Most come back as they are. Nothing comes back for a file that is damaged or not whole.
    """
    from PIL import Image, ImageFile  # noqa: PLC0415 - takes longer to load than most briefs without a picture

    lenient = ImageFile.LOAD_TRUNCATED_IMAGES  # the typesetter's choice
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with Image.open(io.BytesIO(data)) as image:
            image.load()
            gamma, profile = image.info.get("gamma"), image.info.get("icc_profile")
            deep = image.mode in _DEEP
            bent = (
                gamma is not None
                and not profile
                and "srgb" not in image.info
                and abs(gamma * _SCREEN - 1) > _SAME
            )
            if not (deep or bent or (profile and not _is_srgb(profile))):
                return data, kind
            plain = image.point(lambda value: value / _WORD).convert("L") if deep else image
            if plain.mode not in ("L", "RGB", "RGBA"):
                plain = plain.convert("RGBA" if plain.has_transparency_data else "RGB")
            if bent and gamma:
                plain = _corrected(plain, 1 / (gamma * _SCREEN))
            if profile and not deep:
                plain = _in_srgb(plain, profile)
            made = io.BytesIO()
            exif = image.getexif()
            plain.save(made, "JPEG" if kind == JPEG else "PNG", quality=95, exif=exif, icc_profile=None)
    except (OSError, ValueError, SyntaxError, EOFError):
        return None
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
    return made.getvalue(), JPEG if kind == JPEG else "image/png"


def _corrected(image: "Image", exponent: float) -> "Image":
    """Return an image with its colours, not its transparency, raised to a power."""
    table = [round((value / _BYTE) ** exponent * _BYTE) for value in range(_BYTE + 1)]
    bands = image.getbands()
    return image.point([value for band in bands for value in (range(_BYTE + 1) if band == "A" else table)])


def _is_srgb(profile: bytes) -> bool:
    from PIL import ImageCms  # noqa: PLC0415 - as above

    try:
        said = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(profile)))
    except (ImageCms.PyCMSError, OSError):
        return True  # browsers pass over a profile that they cannot read
    return "srgb" in said.lower()


def _in_srgb(image: "Image", profile: bytes) -> "Image":
    from PIL import ImageCms  # noqa: PLC0415 - as above

    target = ImageCms.createProfile("sRGB")
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, target, outputMode=mode) or image
    except ImageCms.PyCMSError:  # a profile for other colours than the image has
        return image
