# SPDX-License-Identifier: GPL-3.0-or-later
"""What rebuilding and compiling the base map share: the grid, the reading and
writing of features, lines that are split where they meet, and how much each
vertex of a line matters. Nothing but Python's own library."""

import json
import math

# The region, in degrees: west, south, east, north.
REGION = (18.0, 50.0, 35.0, 58.7)

# World units: 2^25 across the Web Mercator world, 0.7 m at the region's middle.
BITS = 25
UNITS = 1 << BITS

# A vertex that moves a line by less than this many pixels (of 256-pixel tiles) is not drawn.
TOLERANCE = 0.35
FIRST_ZOOM = 3
LAST_ZOOM = 13

# In degrees, five decimals are 0.7 to 1.1 m.
DECIMALS = 5
COLUMNS = 110


def project(point):
    """World units of a point given in degrees."""
    sine = math.sin(math.radians(point[1]))
    x = (point[0] + 180) / 360
    y = 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)
    return round(x * UNITS), round(y * UNITS)


def project_line(line):
    """World units of a line in degrees; a vertex that falls upon the one before goes."""
    result = []
    for point in map(project, line):
        if not result or result[-1] != point:
            result.append(point)
    return result


def degrees(point):
    x, y = point[0] / UNITS, point[1] / UNITS
    return x * 360 - 180, math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y))))


def region_units():
    """The region in world units: west, north, east, south (y grows south)."""
    x0, y1 = project(REGION[:2])
    x1, y0 = project(REGION[2:])
    return x0, y0, x1, y1


def on_frame(a, b):
    """Whether the stretch from a to b runs along the region's edge, where data were cut."""
    x0, y0, x1, y1 = region_units()
    near = 4
    return any(abs(a[axis] - edge) < near and abs(b[axis] - edge) < near
               for axis, edge in ((0, x0), (0, x1), (1, y0), (1, y1)))


def split_at_frame(line):
    """Parts a line has along the frame and within: (is on the frame, vertices) in order.
    A closed line that has both is turned to begin where one follows the other."""
    along = [on_frame(a, b) for a, b in zip(line, line[1:])]
    if line[0] == line[-1] and len(set(along)) > 1:
        turn = next(i for i in range(len(along)) if along[i] != along[i - 1])
        line = line[turn:-1] + line[:turn + 1]
        along = along[turn:] + along[:turn]

    parts, begin = [], 0
    for i in range(1, len(along) + 1):
        if i == len(along) or along[i] != along[begin]:
            parts.append((along[begin], line[begin:i + 1]))
            begin = i
    return parts


def split_at_nodes(rings):
    """Each ring as lines that end where three or more edges of all rings meet."""
    neighbours = {}
    for ring in rings:
        for a, b in zip(ring, ring[1:]):
            neighbours.setdefault(a, set()).add(b)
            neighbours.setdefault(b, set()).add(a)

    result = []
    for ring in rings:
        body = ring[:-1]
        nodes = [i for i, point in enumerate(body) if len(neighbours[point]) > 2]
        # A ring that meets nothing begins at its least vertex, whoever wrote it.
        first = nodes[0] if nodes else body.index(min(body))
        body = body[first:] + body[:first]
        cuts = [i for i, point in enumerate(body) if i == 0 or len(neighbours[point]) > 2] + [len(body)]
        body.append(body[0])
        result.append([body[a:b + 1] for a, b in zip(cuts, cuts[1:])])
    return result


def _farthest(line, first, last):
    """The vertex between two that is farthest from the stretch that joins them, and how far."""
    ax, ay = line[first]
    dx, dy = line[last][0] - ax, line[last][1] - ay
    length = dx * dx + dy * dy
    best, at = -1.0, first + 1
    for i in range(first + 1, last):
        px, py = line[i][0] - ax, line[i][1] - ay
        if length:
            t = (px * dx + py * dy) / length
            t = 0 if t < 0 else 1 if t > 1 else t
            px -= t * dx
            py -= t * dy
        distance = px * px + py * py
        if distance > best:
            best, at = distance, i
    return at, math.sqrt(best)


def importance(line):
    """For each vertex how far the line moves, in world units, when a Douglas-Peucker
    simplification leaves it out; never more than the vertex it hangs upon."""
    result = [0.0] * len(line)
    result[0] = result[-1] = math.inf
    spans = [(0, len(line) - 1, math.inf)]
    if line[0] == line[-1] and len(line) > 3:
        # Of a closed line the far end is kept as long as the line is more than a dot.
        far = max(range(len(line)), key=lambda i: math.dist(line[i], line[0]))
        result[far] = math.dist(line[far], line[0])
        spans = [(0, far, result[far]), (far, len(line) - 1, result[far])]

    while spans:
        first, last, most = spans.pop()
        if last - first < 2:
            continue
        at, distance = _farthest(line, first, last)
        result[at] = min(distance, most)
        spans += [(first, at, result[at]), (at, last, result[at])]
    return result


def first_zooms(line):
    """For each vertex the zoom level from which it is needed."""
    zooms = []
    for units in importance(line):
        zoom = FIRST_ZOOM
        while zoom < LAST_ZOOM and units < TOLERANCE * UNITS / (256 << zoom):
            zoom += 1
        zooms.append(zoom)
    return zooms


def simplify(line):
    """A line without what is not seen at zoom 12."""
    zooms = first_zooms(line)
    kept = [point for point, zoom in zip(line, zooms) if zoom < LAST_ZOOM]
    return kept if len(kept) > 1 else [line[0], line[-1]]


def _fold(coordinates):
    """JSON of coordinates in lines of even length, so that a change shows where it is."""
    lines, line = [], ''
    text = json.dumps(coordinates, separators=(',', ':'))
    for piece in text.replace('],[', '],\n[').split('\n'):
        if line and len(line) + len(piece) > COLUMNS:
            lines.append(line)
            line = ''
        line += piece
    return '\n'.join(lines + [line])


def write_features(path, features):
    """A GeoJSON FeatureCollection (RFC 7946): features are (properties, type, coordinates)."""
    with open(path, 'w', encoding='utf-8') as file:
        file.write('{"type":"FeatureCollection","features":[\n')
        for number, (properties, kind, coordinates) in enumerate(features):
            file.write(',\n' if number else '')
            file.write('{"type":"Feature","properties":%s,\n"geometry":{"type":"%s","coordinates":%s}}' %
                       (json.dumps(properties, ensure_ascii=False), kind, _fold(coordinates)))
        file.write('\n]}\n')


def read_features(path):
    """(properties, coordinates) of each feature, in the file's order."""
    with open(path, encoding='utf-8') as file:
        for feature in json.load(file)['features']:
            yield feature['properties'], feature['geometry']['coordinates']


def rounded(line):
    """A line in degrees with as many decimals as are kept."""
    return [[round(x, DECIMALS), round(y, DECIMALS)] for x, y in line]
