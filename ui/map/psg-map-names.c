/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-names.h"

#include "psg-map-area.h"
#include "psg-map-layout.h"
#include "psg-mercator.h"
#include "psg-text.h"

/* Chooses names, has them measured and sets them out. It draws nothing. */

/* How much earlier than its data say a town may be named. */
#define ZOOM_AHEAD 0.55
#define CITY_POPULATION 90000
#define TOWN_POPULATION 12000

struct _PsgMapNames
{
  PsgBasemap        *basemap;
  PsgBasemapLanguage language;
  GArray            *names;        /* PsgMapName; its label is turned with the map */
  GArray            *labels;       /* PsgMapLabel, one for each name */
  GArray            *placements;   /* (nullable): PsgMapPlacement */
  PsgMapProjection   placed;       /* for which zoom level and rotation */
};

static void
add_name (PsgMapNames     *self,
          PsgLabelPainter *painter,
          const char      *text,
          PsgLabelKind     kind,
          double           x,
          double           y)
{
  PsgMapLabel label = {
    .radius = psg_label_painter_get_sign_radius (kind),
    .steadfast = kind == PSG_LABEL_CAPITAL || kind == PSG_LABEL_COUNTRY,
  };
  PsgMapName name = { text, kind, x, y };

  psg_map_projection_turn (&self->placed, x, y, &label.x, &label.y);
  psg_label_painter_measure (painter, kind, text, &label.width, &label.height);
  g_array_append_val (self->labels, label);
  g_array_append_val (self->names, name);
}

static void
add_areas (PsgMapNames     *self,
           PsgLabelPainter *painter,
           PsgMapAreaKind   kind,
           double           zoom)
{
  guint n;
  const PsgMapArea *areas = psg_map_areas_get (&n);

  for (guint i = 0; i < n; i++)
    {
      if (areas[i].kind == kind && areas[i].min_zoom <= zoom && zoom < areas[i].max_zoom)
        add_name (self, painter, areas[i].names[self->language],
                  kind == PSG_MAP_AREA_COUNTRY ? PSG_LABEL_COUNTRY : PSG_LABEL_WATER,
                  psg_mercator_x (areas[i].longitude), psg_mercator_y (areas[i].latitude));
    }
}

static PsgLabelKind
place_kind (const PsgBasemapPlace *place)
{
  if (place->capital)
    return PSG_LABEL_CAPITAL;
  if (place->population >= CITY_POPULATION)
    return PSG_LABEL_CITY;

  return place->population >= TOWN_POPULATION ? PSG_LABEL_TOWN : PSG_LABEL_VILLAGE;
}

static void
add_places (PsgMapNames     *self,
            PsgLabelPainter *painter,
            gboolean         capitals,
            double           zoom)
{
  GArray *places = self->basemap->places;

  for (guint i = 0; i < places->len; i++)
    {
      const PsgBasemapPlace *place = &g_array_index (places, PsgBasemapPlace, i);

      if (place->capital == capitals && place->zoom <= zoom + ZOOM_AHEAD)
        add_name (self, painter, psg_basemap_place_get_name (place, self->language), place_kind (place),
                  place->x, place->y);
    }
}

static gboolean
is_whole (const PsgMapProjection *projection,
          GArray                 *covered,
          const PsgBox           *box)
{
  if (box->x0 < 0 || box->y0 < 0 || box->x1 > projection->width || box->y1 > projection->height)
    return FALSE;

  for (guint i = 0; covered != NULL && i < covered->len; i++)
    {
      if (psg_box_overlaps (&g_array_index (covered, PsgBox, i), box))
        return FALSE;
    }

  return TRUE;
}

static gboolean
lies_under (GArray       *over,
            const PsgBox *box)
{
  for (guint i = 0; over != NULL && i < over->len; i++)
    {
      if (psg_box_overlaps (&g_array_index (over, PsgBox, i), box))
        return TRUE;
    }

  return FALSE;
}

/**
 * psg_map_names_new:
 * @basemap: whose names
 *
 * Names are in the first of the languages of psg_text_get_preferred() that the map has.
 *
 * Returns: (transfer full): its names, none of them placed
 */
PsgMapNames *
psg_map_names_new (PsgBasemap *basemap)
{
  PsgMapNames *self = g_new0 (PsgMapNames, 1);

  self->basemap = psg_basemap_ref (basemap);
  self->language = psg_basemap_choose_language (psg_text_get_preferred ());
  self->names = g_array_new (FALSE, FALSE, sizeof (PsgMapName));
  self->labels = g_array_new (FALSE, FALSE, sizeof (PsgMapLabel));

  return self;
}

void
psg_map_names_free (PsgMapNames *self)
{
  psg_basemap_unref (self->basemap);
  g_array_unref (self->names);
  g_array_unref (self->labels);
  g_clear_pointer (&self->placements, g_array_unref);
  g_free (self);
}

/**
 * psg_map_names_place:
 * @self: the names
 * @painter: what measures them
 * @projection: the view, whose zoom level is in the step they are placed for
 * @obstacles: (element-type PsgMapObstacle): what no name may lie on
 *
 * Places them anew.
 */
void
psg_map_names_place (PsgMapNames            *self,
                     PsgLabelPainter        *painter,
                     const PsgMapProjection *projection,
                     GArray                 *obstacles)
{
  g_autoptr (GArray) turned = psg_map_projection_turn_obstacles (projection, obstacles);
  double zoom = psg_map_board_quantise (projection->zoom);

  g_array_set_size (self->names, 0);
  g_array_set_size (self->labels, 0);
  g_clear_pointer (&self->placements, g_array_unref);
  self->placed = *projection;
  self->placed.zoom = zoom;
  add_places (self, painter, TRUE, zoom);
  add_areas (self, painter, PSG_MAP_AREA_COUNTRY, zoom);
  add_places (self, painter, FALSE, zoom);
  add_areas (self, painter, PSG_MAP_AREA_WATER, zoom);

  self->placements = psg_map_layout_place ((const PsgMapLabel *) self->labels->data, self->labels->len,
                                           (const PsgMapObstacle *) turned->data, turned->len, zoom);
}

/**
 * psg_map_names_are_placed:
 * @self: the names
 * @projection: a view
 *
 * Returns: whether where they stand holds for that view
 */
gboolean
psg_map_names_are_placed (PsgMapNames            *self,
                          const PsgMapProjection *projection)
{
  return self->placements != NULL && self->placed.rotation == projection->rotation
         && self->placed.zoom == psg_map_board_quantise (projection->zoom);
}

void
psg_map_names_forget (PsgMapNames *self)
{
  g_clear_pointer (&self->placements, g_array_unref);
}

guint
psg_map_names_get_n (const PsgMapNames *self)
{
  return self->placements != NULL ? self->placements->len : 0;
}

/**
 * psg_map_names_locate:
 * @self: the names, placed
 * @i: which
 * @projection: the view
 * @text: (out caller-allocates): where its text is, pixels of the view
 * @sign: (out caller-allocates): where its sign is; empty if it has none
 *
 * Returns: the name
 */
const PsgMapName *
psg_map_names_locate (const PsgMapNames      *self,
                      guint                   i,
                      const PsgMapProjection *projection,
                      PsgBox                 *text,
                      PsgBox                 *sign)
{
  const PsgMapPlacement *placement = &g_array_index (self->placements, PsgMapPlacement, i);
  const PsgMapLabel *label = &g_array_index (self->labels, PsgMapLabel, placement->label);
  const PsgMapName *name = &g_array_index (self->names, PsgMapName, placement->label);
  double x, y;

  psg_map_projection_place (projection, name->x, name->y, &x, &y);
  text->x0 = x + placement->dx;
  text->y0 = y + placement->dy;
  text->x1 = text->x0 + label->width;
  text->y1 = text->y0 + label->height;
  *sign = (PsgBox) { x, y, x, y };
  if (!placement->bare)
    *sign = psg_box_grow (sign, label->radius);

  return name;
}

/**
 * psg_map_names_measure_capitals:
 * @self: the names
 * @painter: what measures them
 *
 * Returns: (transfer full) (element-type PsgMapLabel): the names of capitals, at places in the world
 */
GArray *
psg_map_names_measure_capitals (PsgMapNames     *self,
                                PsgLabelPainter *painter)
{
  GArray *labels = g_array_new (FALSE, TRUE, sizeof (PsgMapLabel));

  for (guint i = 0; i < self->basemap->places->len; i++)
    {
      const PsgBasemapPlace *place = &g_array_index (self->basemap->places, PsgBasemapPlace, i);
      PsgMapLabel label = { place->x, place->y, .steadfast = TRUE };

      if (!place->capital)
        continue;
      label.radius = psg_label_painter_get_sign_radius (PSG_LABEL_CAPITAL);
      psg_label_painter_measure (painter, PSG_LABEL_CAPITAL, psg_basemap_place_get_name (place, self->language),
                                 &label.width, &label.height);
      g_array_append_val (labels, label);
    }

  return labels;
}

/**
 * psg_map_names_list_obstacles:
 * @self: the names, placed
 * @capitals: whether of capitals, or of all else
 *
 * Returns: (transfer full) (element-type PsgMapObstacle): what of the map names and their
 *   signs cover through this step of the zoom level
 */
GArray *
psg_map_names_list_obstacles (const PsgMapNames *self,
                              gboolean           capitals)
{
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (PsgMapObstacle));

  for (guint i = 0; i < psg_map_names_get_n (self); i++)
    {
      const PsgMapPlacement *p = &g_array_index (self->placements, PsgMapPlacement, i);
      const PsgMapLabel *label = &g_array_index (self->labels, PsgMapLabel, p->label);
      const PsgMapName *name = &g_array_index (self->names, PsgMapName, p->label);
      PsgMapObstacle of[] = {
        { name->x, name->y, { p->dx, p->dy, p->dx + label->width, p->dy + label->height } },
        { name->x, name->y, { -label->radius, -label->radius, label->radius, label->radius } },
      };

      if ((name->kind == PSG_LABEL_CAPITAL) == capitals)
        g_array_append_vals (obstacles, of, label->radius > 0 && !p->bare ? 2 : 1);
    }

  return obstacles;
}

/**
 * psg_map_name_is_clear:
 * @projection: the view
 * @covered: (nullable) (element-type PsgBox): what something lies over, pixels of the view
 * @over: (nullable) (element-type PsgBox): what is drawn over names
 * @text: where a name is
 * @sign: where its sign is; may be empty
 *
 * Half a name at the edge of the view, or beside a button, says nothing: what is drawn is
 * whole. A sign without its name raises questions, a name half under a bubble is hard to read.
 *
 * Returns: whether it can be drawn
 */
gboolean
psg_map_name_is_clear (const PsgMapProjection *projection,
                       GArray                 *covered,
                       GArray                 *over,
                       const PsgBox           *text,
                       const PsgBox           *sign)
{
  PsgBox middle = { (sign->x0 + sign->x1) / 2 - 1, (sign->y0 + sign->y1) / 2 - 1,
                    (sign->x0 + sign->x1) / 2 + 1, (sign->y0 + sign->y1) / 2 + 1 };
  gboolean has_sign = sign->x1 > sign->x0;

  if (!is_whole (projection, covered, text) || (has_sign && !is_whole (projection, covered, sign)))
    return FALSE;

  /* A sign may be touched at its rim. */
  return !lies_under (over, text) && (!has_sign || !lies_under (over, &middle));
}
