"""Pictures as documents print them, whatever the camera made."""

from io import BytesIO
from typing import Final

from PIL import Image, ImageOps

_LARGEST: Final = (1800, 1800)  # pixels: sharp on a whole page


def printable(content: bytes) -> bytes:
    """Return a picture (PNG or JPEG) as JPEG: upright, sRGB on white, without where and when it was taken.

    Raises:
        OSError, ValueError, SyntaxError, Image.DecompressionBombError: it is broken, or is no such picture.
    """
    with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
        picture.draft("RGB", _LARGEST)
        upright = ImageOps.exif_transpose(picture)
        upright.thumbnail(_LARGEST)
        whole = Image.new("RGBA", upright.size, "white")
        whole.alpha_composite(upright.convert("RGBA"))
    output = BytesIO()
    whole.convert("RGB").save(output, "JPEG", quality=85)
    return output.getvalue()
