"""A race against peers: every trip's time over the size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.units import rounded
from .canvas import canvas, label, name_ends, styles
from .growth import draw_curve, size_axes

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Picture

    from ..peers import Peers


def peers_picture(peers: Peers) -> Picture:
    """Every trip's time over the size: what is filled is ours, a ring is where one of ours meets a peer."""
    picture, (axes,) = canvas(9, 7)
    unit = peers.unit(peers.puzzle)
    size_axes(axes, peers.puzzle, unit, f"time from text to text, part {peers.saved['part']}")
    looks = styles(peers.trips)
    ends = [
        draw_curve(axes, trip, looks[name], trip.title, trip.times if peers.ours(name) else ())
        for name, trip in peers.trips.items()
    ]
    for name, other in peers.rivals():
        for one in peers.crossings(name, other):
            axes.plot(one.size, one.nanoseconds, "o", markersize=13, color="0.2", fillstyle="none")
            label(axes, rounded(one.size), one.size, one.nanoseconds, 9, color="0.2")
    notes = "filled: ours;  ring: there one of ours and one that is not are as fast;  ×: stopped\n"
    picture.supxlabel(notes + next(peers.machine()), fontsize=7.5, color="0.3")
    picture.draw_without_rendering()  # lays it out
    name_ends(axes, ends, 9)
    return picture
