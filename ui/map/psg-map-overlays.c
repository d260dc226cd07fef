/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-overlays.h"

#include <glib/gi18n-lib.h>

#include "psg-link.h"
#include "psg-map-detail.h"
#include "psg-map-source.h"
#include "psg-raster-source.h"

/* The layers of other maps on one map. A tile that they do not have shows the offline
 * map below them. */

#define OSM_COPYRIGHT "https://www.openstreetmap.org/copyright"
/* How much further in than its last level a map file is worth looking at. */
#define FILE_ENLARGED 1.0
/* How often, and after how many milliseconds each time, a layer is asked to look at what it shows
 * when it may have put that off. */
#define N_NUDGES 3
#define NUDGE_TIME 200

/* From below to above. */
enum
{
  ONLINE,
  MAP_FILE,
  N_OVERLAYS
};

struct _PsgMapOverlays
{
  GObject          parent_instance;

  PsgMapMotion    *motion;
  char            *offline;                /* whose the offline map is */

  /* borrowed: of the map, which owns us */
  ShumateMap      *map;
  ShumateLayer    *below;                  /* what all of it lies below */
  GtkLabel        *attribution;

  ShumateLayer    *layers[N_OVERLAYS];     /* borrowed, nullable */
  PsgRasterSource *sources[N_OVERLAYS];    /* nullable */
  guint            timeout;
  guint            nudges;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgMapOverlays, psg_map_overlays, G_TYPE_OBJECT)

static void
tell_changed (PsgMapOverlays *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* libshumate 1.4 puts off loading while a map moves fast, and takes a new layer, or a jump to
 * another zoom level, for that. It looks again in the next frame; if that has the time of the
 * frame before, which happens, it waits until something else moves. */
static gboolean
nudge_cb (gpointer user_data)
{
  PsgMapOverlays *self = user_data;

  for (guint i = 0; i < N_OVERLAYS; i++)
    if (self->layers[i] != NULL)
      gtk_widget_queue_allocate (GTK_WIDGET (self->layers[i]));

  if (--self->nudges > 0)
    return G_SOURCE_CONTINUE;

  self->timeout = 0;

  return G_SOURCE_REMOVE;
}

static void
nudge (PsgMapOverlays *self)
{
  if (self->layers[ONLINE] == NULL && self->layers[MAP_FILE] == NULL)
    return;

  self->nudges = N_NUDGES;
  if (self->timeout == 0)
    self->timeout = g_timeout_add (NUDGE_TIME, nudge_cb, self);
}

static PsgTileSource *
get_tiles (guint which)
{
  PsgMapDetail *detail = psg_map_detail_get_default ();

  return which == ONLINE ? psg_map_detail_get_online (detail) : psg_map_detail_get_file (detail);
}

static void
remove_layer (PsgMapOverlays *self,
              guint           which)
{
  if (self->layers[which] == NULL)
    return;

  psg_raster_source_close (self->sources[which]);
  shumate_map_remove_layer (self->map, self->layers[which]);
  self->layers[which] = NULL;
  g_clear_object (&self->sources[which]);
}

static void
add_layer (PsgMapOverlays *self,
           guint           which)
{
  ShumateLayer *below = which == ONLINE && self->layers[MAP_FILE] != NULL ? self->layers[MAP_FILE] : self->below;
  ShumateMapSource *source = psg_raster_source_new (get_tiles (which));

  self->sources[which] = PSG_RASTER_SOURCE (source);
  self->layers[which] = SHUMATE_LAYER (shumate_map_layer_new (source, shumate_map_get_viewport (self->map)));
  shumate_map_insert_layer_behind (self->map, self->layers[which], below);
  g_signal_connect_object (source, "filled", G_CALLBACK (tell_changed), self, G_CONNECT_SWAPPED);
  /* What a server fails to give is not worth a word: the offline map is below it. */
  if (which == MAP_FILE)
    g_signal_connect_object (source, "damaged", G_CALLBACK (psg_map_detail_tell_damaged),
                             psg_map_detail_get_default (), G_CONNECT_SWAPPED);
}

static char *
describe (guint which)
{
  PsgTileSource *tiles = get_tiles (which);
  const PsgTileInfo *info = tiles != NULL ? psg_tile_source_get_info (tiles) : NULL;
  const char *text = info == NULL ? NULL : info->attribution != NULL ? info->attribution : info->name;
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  if (escaped != NULL && which == ONLINE)
    return g_strdup_printf ("<a href=\"" OSM_COPYRIGHT "\">%s</a>", escaped);

  return g_steal_pointer (&escaped);
}

/* Whose maps they are, the topmost first. */
static void
update_attribution (PsgMapOverlays *self)
{
  g_autofree char *file = describe (MAP_FILE);
  g_autofree char *online = describe (ONLINE);
  g_autofree char *offline = g_markup_escape_text (self->offline, -1);
  g_autoptr (GString) markup = g_string_new (NULL);

  if (file != NULL)
    g_string_append_printf (markup, "%s\302\240· ", file);
  if (online != NULL)
    {
      /* Translators: before whose work the online map is: “Online map © OpenStreetMap contributors” */
      g_string_append_printf (markup, "%s\302\240%s\302\240· ", _("Online map"), online);
    }
  g_string_append (markup, offline);

  gtk_label_set_markup (self->attribution, markup->str);
}

static void
update_zoom (PsgMapOverlays *self)
{
  PsgTileSource *online = get_tiles (ONLINE), *file = get_tiles (MAP_FILE);
  double zoom = PSG_MAP_MAX_ZOOM;

  if (online != NULL)
    zoom = MAX (zoom, psg_tile_source_get_info (online)->max_zoom);
  if (file != NULL)
    zoom = MAX (zoom, psg_tile_source_get_info (file)->max_zoom + FILE_ENLARGED);

  psg_map_motion_set_max_zoom (self->motion, MIN (zoom, PSG_TILE_MAX_ZOOM));
}

static void
update (PsgMapOverlays *self,
        guint           which)
{
  remove_layer (self, which);
  if (get_tiles (which) != NULL)
    add_layer (self, which);

  gtk_widget_set_visible (GTK_WIDGET (self->below), self->layers[ONLINE] != NULL || self->layers[MAP_FILE] != NULL);
  update_attribution (self);
  update_zoom (self);
  nudge (self);
  tell_changed (self);
}

static void
online_changed_cb (PsgMapOverlays *self)
{
  update (self, ONLINE);
}

static void
file_changed_cb (PsgMapOverlays *self)
{
  update (self, MAP_FILE);
}

static gboolean
link_activated_cb (GtkWidget  *label,
                   const char *uri)
{
  psg_link_open (label, uri);

  return TRUE;
}

static void
psg_map_overlays_dispose (GObject *object)
{
  PsgMapOverlays *self = PSG_MAP_OVERLAYS (object);

  for (guint i = 0; i < N_OVERLAYS; i++)
    remove_layer (self, i);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->motion);

  G_OBJECT_CLASS (psg_map_overlays_parent_class)->dispose (object);
}

static void
psg_map_overlays_finalize (GObject *object)
{
  g_free (PSG_MAP_OVERLAYS (object)->offline);

  G_OBJECT_CLASS (psg_map_overlays_parent_class)->finalize (object);
}

static void
psg_map_overlays_class_init (PsgMapOverlaysClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_map_overlays_dispose;
  object_class->finalize = psg_map_overlays_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
psg_map_overlays_init (PsgMapOverlays *self)
{
}

/**
 * psg_map_overlays_new:
 * @map: a map; what it belongs to must own the overlays, and let go of them before it
 * @below: the layer that all of it is to lie below; it is shown only where there is any of it
 * @motion: what moves the map
 * @attribution: says whose the offline map is
 *
 * Returns: (transfer full): the overlays, which from now on follow #PsgMapDetail
 */
PsgMapOverlays *
psg_map_overlays_new (ShumateMap   *map,
                      ShumateLayer *below,
                      PsgMapMotion *motion,
                      GtkLabel     *attribution)
{
  PsgMapOverlays *self = g_object_new (PSG_TYPE_MAP_OVERLAYS, NULL);
  PsgMapDetail *detail = psg_map_detail_get_default ();

  self->map = map;
  self->below = below;
  self->motion = g_object_ref (motion);
  self->attribution = attribution;
  gtk_widget_set_visible (GTK_WIDGET (below), FALSE);
  self->offline = g_strdup (gtk_label_get_text (attribution));
  g_signal_connect_object (detail, "notify::online", G_CALLBACK (online_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (detail, "notify::file", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (shumate_map_get_viewport (map), "notify::zoom-level", G_CALLBACK (nudge), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (attribution, "activate-link", G_CALLBACK (link_activated_cb), NULL);
  for (guint i = 0; i < N_OVERLAYS; i++)
    if (get_tiles (i) != NULL)
      update (self, i);

  return self;
}

/**
 * psg_map_overlays_hide:
 * @self: the overlays
 * @x: a place, in worlds (0 to 1)
 * @y: the same
 * @zoom: the zoom level that is shown
 *
 * Returns: whether the offline map cannot be seen there
 */
gboolean
psg_map_overlays_hide (PsgMapOverlays *self,
                       double          x,
                       double          y,
                       double          zoom)
{
  g_return_val_if_fail (PSG_IS_MAP_OVERLAYS (self), FALSE);

  for (guint i = 0; i < N_OVERLAYS; i++)
    {
      if (self->sources[i] != NULL && psg_raster_source_hides (self->sources[i], x, y, zoom))
        return TRUE;
    }

  return FALSE;
}
