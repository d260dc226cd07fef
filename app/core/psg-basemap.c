/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-basemap.h"

#include "psg-byte-reader.h"

/*
 * Reads the LBM1 file that data/basemap/compile writes (the header describes the
 * format) into flat arrays. It does not draw, and it does not trust: counts are held against
 * the bytes that are left, references against the arcs there are, coordinates
 * against the world.
 */

/* World units must fit a gint32 with room for arithmetic. */
#define MAX_BITS 29
/* The highest zoom level a vertex may be kept for. */
#define MAX_ZOOM 30
/* Fewest bytes of a vertex: two one-byte numbers. Its half byte of zoom is not counted. */
#define VERTEX_BYTES 2

typedef struct
{
  PsgByteReader reader;
  PsgBasemap   *map;
  guint         first_zoom;
} Loader;

G_DEFINE_QUARK (psg-basemap-error-quark, psg_basemap_error)
G_DEFINE_BOXED_TYPE (PsgBasemap, psg_basemap, psg_basemap_ref, psg_basemap_unref)

static void
psg_basemap_clear (PsgBasemap *self)
{
  GArray **arrays[] = {
    &self->vertices, &self->zooms, &self->arcs, &self->refs, &self->base,
    &self->countries, &self->seas, &self->coasts, &self->lakes, &self->rivers,
    &self->roads, &self->borders, &self->places,
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_clear_pointer (arrays[i], g_array_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
}

static PsgBasemap *
psg_basemap_new (void)
{
  PsgBasemap *self = g_atomic_rc_box_new0 (PsgBasemap);
  GArray **lines[] = { &self->coasts, &self->lakes, &self->rivers, &self->roads, &self->borders };
  GArray **rings[] = { &self->base, &self->countries, &self->seas };

  self->vertices = g_array_new (FALSE, FALSE, sizeof (PsgBasemapVertex));
  self->zooms = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->arcs = g_array_new (FALSE, FALSE, sizeof (PsgBasemapArc));
  self->refs = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->places = g_array_new (FALSE, FALSE, sizeof (PsgBasemapPlace));
  self->strings = g_string_chunk_new (4096);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    *lines[i] = g_array_new (FALSE, FALSE, sizeof (PsgBasemapLine));
  for (guint i = 0; i < G_N_ELEMENTS (rings); i++)
    *rings[i] = g_array_new (FALSE, FALSE, sizeof (PsgBasemapRing));

  return self;
}

static void
fail (Loader *loader)
{
  loader->reader.failed = TRUE;
  loader->reader.left = 0;
}

static void
bounds_init (PsgBasemapBounds *bounds)
{
  *bounds = (PsgBasemapBounds) { G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 };
}

static void
bounds_add (PsgBasemapBounds       *bounds,
            const PsgBasemapBounds *other)
{
  bounds->x0 = MIN (bounds->x0, other->x0);
  bounds->y0 = MIN (bounds->y0, other->y0);
  bounds->x1 = MAX (bounds->x1, other->x1);
  bounds->y1 = MAX (bounds->y1, other->y1);
}

static gint32
read_coordinate (Loader *loader)
{
  guint32 value = psg_byte_reader_read_varint (&loader->reader);

  if (value > (guint32) loader->map->unit)
    fail (loader);

  return loader->reader.failed ? 0 : (gint32) value;
}

static gint32
read_step (Loader *loader,
           gint32  from)
{
  gint64 value = (gint64) from + psg_byte_reader_read_zigzag (&loader->reader);

  if (value < 0 || value > (gint64) loader->map->unit)
    {
      fail (loader);
      return 0;
    }

  return (gint32) value;
}

static void
read_header (Loader *loader)
{
  PsgBasemap *map = loader->map;
  guint bits = psg_byte_reader_read_byte (&loader->reader);

  loader->first_zoom = psg_byte_reader_read_byte (&loader->reader);
  if (bits < 8 || bits > MAX_BITS || loader->first_zoom > MAX_ZOOM)
    fail (loader);

  map->unit = loader->reader.failed ? 1.0 : (double) (1u << bits);
  map->region.x0 = read_coordinate (loader);
  map->region.y0 = read_coordinate (loader);
  map->region.x1 = read_coordinate (loader);
  map->region.y1 = read_coordinate (loader);
  if (map->region.x0 >= map->region.x1 || map->region.y0 >= map->region.y1)
    fail (loader);
}

static void
read_vertices (Loader        *loader,
               PsgBasemapArc *arc)
{
  PsgBasemapVertex vertex = { 0, 0 };

  for (guint i = 0; i < arc->n && !loader->reader.failed; i++)
    {
      vertex.x = read_step (loader, vertex.x);
      vertex.y = read_step (loader, vertex.y);
      bounds_add (&arc->bounds, &(PsgBasemapBounds) { vertex.x, vertex.y, vertex.x, vertex.y });
      g_array_append_val (loader->map->vertices, vertex);
    }
}

static void
read_zooms (Loader *loader,
            guint   n)
{
  for (guint i = 0; i < n && !loader->reader.failed; i += 2)
    {
      guint8 pair = psg_byte_reader_read_byte (&loader->reader);
      guint8 zooms[2] = { loader->first_zoom + (pair & 0xf), loader->first_zoom + (pair >> 4) };

      g_array_append_vals (loader->map->zooms, zooms, MIN (2, n - i));
    }
}

static void
read_arcs (Loader *loader)
{
  guint n = psg_byte_reader_read_count (&loader->reader, 1 + 2 * VERTEX_BYTES);

  for (guint i = 0; i < n && !loader->reader.failed; i++)
    {
      PsgBasemapArc arc;

      arc.first = loader->map->vertices->len;
      arc.n = psg_byte_reader_read_count (&loader->reader, VERTEX_BYTES);
      bounds_init (&arc.bounds);
      if (arc.n < 2)
        fail (loader);
      read_vertices (loader, &arc);
      read_zooms (loader, arc.n);
      g_array_append_val (loader->map->arcs, arc);
    }
}

static gint32
read_ref (Loader *loader)
{
  gint32 ref = psg_byte_reader_read_zigzag (&loader->reader);
  guint index = ref < 0 ? ~ref : ref;

  if (!loader->reader.failed && index >= loader->map->arcs->len)
    fail (loader);

  return loader->reader.failed ? 0 : ref;
}

static void
read_ring (Loader     *loader,
           GArray     *rings,
           const char *country)
{
  PsgBasemapRing ring = { .first = loader->map->refs->len };

  ring.n = psg_byte_reader_read_count (&loader->reader, 1);
  g_strlcpy (ring.country, country, sizeof ring.country);
  bounds_init (&ring.bounds);
  if (ring.n == 0)
    fail (loader);

  for (guint i = 0; i < ring.n && !loader->reader.failed; i++)
    {
      gint32 ref = read_ref (loader);

      if (loader->reader.failed)
        return;
      bounds_add (&ring.bounds, &psg_basemap_get_arc (loader->map, ref)->bounds);
      g_array_append_val (loader->map->refs, ref);
    }

  if (!loader->reader.failed)
    g_array_append_val (rings, ring);
}

static guint
read_section (Loader     *loader,
              const char *tag,
              gsize       bytes_each)
{
  if (!psg_byte_reader_read_literal (&loader->reader, tag))
    return 0;

  return psg_byte_reader_read_count (&loader->reader, bytes_each);
}

static void
read_rings (Loader     *loader,
            const char *tag,
            GArray     *rings)
{
  guint n = read_section (loader, tag, 2);

  for (guint i = 0; i < n && !loader->reader.failed; i++)
    read_ring (loader, rings, "");
}

static void
read_country_code (Loader *loader,
                   char    code[3])
{
  for (guint i = 0; i < 2; i++)
    {
      code[i] = psg_byte_reader_read_byte (&loader->reader);
      if (!g_ascii_isupper (code[i]))
        fail (loader);
    }
  code[2] = '\0';
}

static void
read_countries (Loader *loader)
{
  guint n = read_section (loader, "CTRY", 3);

  for (guint i = 0; i < n && !loader->reader.failed; i++)
    {
      char code[3];
      guint n_rings;

      read_country_code (loader, code);
      n_rings = psg_byte_reader_read_count (&loader->reader, 2);
      for (guint j = 0; j < n_rings && !loader->reader.failed; j++)
        read_ring (loader, loader->map->countries, code);
    }
}

/* What a line has before its arc: a grade, an origin, a road number (which is not kept). */
typedef enum
{
  LINE_GRADE  = 1 << 0,
  LINE_ORIGIN = 1 << 1,
  LINE_NUMBER = 1 << 2,
} LineParts;

static void
read_lines (Loader     *loader,
            const char *tag,
            LineParts   parts,
            GArray     *lines)
{
  guint n = read_section (loader, tag, 1);

  for (guint i = 0; i < n && !loader->reader.failed; i++)
    {
      PsgBasemapLine line = { 0 };
      gsize length;

      if (parts & LINE_GRADE)
        line.grade = psg_byte_reader_read_byte (&loader->reader);
      if (parts & LINE_ORIGIN)
        line.origin = psg_byte_reader_read_byte (&loader->reader);
      if (parts & LINE_NUMBER)
        psg_byte_reader_read_string (&loader->reader, &length);
      line.ref = read_ref (loader);
      if (!loader->reader.failed)
        g_array_append_val (lines, line);
    }
}

static const char *
read_name (Loader *loader)
{
  gsize length;
  const char *name = psg_byte_reader_read_string (&loader->reader, &length);

  return name != NULL ? g_string_chunk_insert_len (loader->map->strings, name, length) : "";
}

static void
read_place (Loader *loader)
{
  PsgBasemapPlace place = { 0 };

  place.x = read_coordinate (loader) / loader->map->unit;
  place.y = read_coordinate (loader) / loader->map->unit;
  place.population = psg_byte_reader_read_varint (&loader->reader);
  place.zoom = psg_byte_reader_read_byte (&loader->reader);
  place.capital = (psg_byte_reader_read_byte (&loader->reader) & 1) != 0;
  read_country_code (loader, place.country);

  for (guint i = 0; i < PSG_BASEMAP_N_LANGUAGES; i++)
    place.names[i] = read_name (loader);
  /* A name in either script, so that no language has to borrow from the other. */
  if (*place.names[PSG_BASEMAP_EN] == '\0'
      || (*place.names[PSG_BASEMAP_BE] == '\0' && *place.names[PSG_BASEMAP_RU] == '\0'))
    fail (loader);

  if (!loader->reader.failed)
    g_array_append_val (loader->map->places, place);
}

static void
read_places (Loader *loader)
{
  guint n = read_section (loader, "PLAC", 12);

  for (guint i = 0; i < n && !loader->reader.failed; i++)
    read_place (loader);
}

static void
read_all (Loader *loader)
{
  PsgBasemap *map = loader->map;

  read_header (loader);
  read_arcs (loader);
  read_rings (loader, "BASE", map->base);
  read_countries (loader);
  read_rings (loader, "SEA ", map->seas);
  read_lines (loader, "CST ", 0, map->coasts);
  read_lines (loader, "LAKE", LINE_GRADE | LINE_ORIGIN, map->lakes);
  read_lines (loader, "RIVR", LINE_GRADE, map->rivers);
  read_lines (loader, "ROAD", LINE_GRADE | LINE_NUMBER, map->roads);
  read_lines (loader, "BORD", LINE_GRADE, map->borders);
  read_places (loader);
  if (loader->reader.left > 0)
    fail (loader);
}

/**
 * psg_basemap_new_from_bytes:
 * @bytes: an LBM1 file
 * @error: return location for a %PSG_BASEMAP_ERROR
 *
 * Returns: (transfer full): the map; %NULL on failure
 */
PsgBasemap *
psg_basemap_new_from_bytes (GBytes  *bytes,
                            GError **error)
{
  g_autoptr (PsgBasemap) map = psg_basemap_new ();
  Loader loader = { .map = map };
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  psg_byte_reader_init (&loader.reader, data, size);
  if (!psg_byte_reader_read_literal (&loader.reader, "LBM1"))
    {
      g_set_error_literal (error, PSG_BASEMAP_ERROR, PSG_BASEMAP_ERROR_NOT_A_BASEMAP,
                           "Not a base map: it does not begin with LBM1");
      return NULL;
    }

  read_all (&loader);
  if (loader.reader.failed)
    {
      g_set_error (error, PSG_BASEMAP_ERROR, PSG_BASEMAP_ERROR_DAMAGED,
                   "The base map is damaged near byte %" G_GSIZE_FORMAT,
                   psg_byte_reader_get_offset (&loader.reader));
      return NULL;
    }

  return g_steal_pointer (&map);
}

PsgBasemap *
psg_basemap_ref (PsgBasemap *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
psg_basemap_unref (PsgBasemap *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) psg_basemap_clear);
}

/**
 * psg_basemap_get_arc:
 * @self: the map
 * @ref: a reference from one of its arrays
 *
 * Returns: the arc it refers to, whichever way round
 */
const PsgBasemapArc *
psg_basemap_get_arc (const PsgBasemap *self,
                     gint32            ref)
{
  return &g_array_index (self->arcs, PsgBasemapArc, ref < 0 ? ~ref : ref);
}

/**
 * psg_basemap_choose_language:
 * @preferred: (nullable) (array zero-terminated=1): language tags, the best first
 *
 * Returns: the first of them the map has names in; else English
 */
PsgBasemapLanguage
psg_basemap_choose_language (const char *const *preferred)
{
  static const char *const tags[PSG_BASEMAP_N_LANGUAGES] = { "en", "lt", "be", "ru", "pl" };

  for (guint i = 0; preferred != NULL && preferred[i] != NULL; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (tags); j++)
        {
          if (g_str_has_prefix (preferred[i], tags[j]) && !g_ascii_isalpha (preferred[i][2]))
            return j;
        }
    }

  return PSG_BASEMAP_EN;
}

/**
 * psg_basemap_place_get_name:
 * @place: a place
 * @language: the language wanted
 *
 * The name in @language; where there is none, another in the same script: in the other
 * of Belarusian and Russian, or in English for the rest.
 *
 * Returns: the name
 */
const char *
psg_basemap_place_get_name (const PsgBasemapPlace *place,
                            PsgBasemapLanguage     language)
{
  const char *name = place->names[language];

  if (*name == '\0' && language == PSG_BASEMAP_BE)
    name = place->names[PSG_BASEMAP_RU];
  else if (*name == '\0' && language == PSG_BASEMAP_RU)
    name = place->names[PSG_BASEMAP_BE];

  return *name != '\0' ? name : place->names[PSG_BASEMAP_EN];
}
