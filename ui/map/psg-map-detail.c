/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-detail.h"

#include "psg-online-tiles.h"

/*
 * Holds the maps that lie over the offline one. Maps watch it as they watch the palette:
 * what a person wants more of, they want in every window. While the online map is off
 * there is nothing here that could use the network.
 */

struct _PsgMapDetail
{
  GObject        parent_instance;

  PsgTileSource *online;
  PsgTileSource *file;
  gboolean       told;     /* that not all of it can be shown */
};

G_DEFINE_FINAL_TYPE (PsgMapDetail, psg_map_detail, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ONLINE,
  PROP_FILE,
  N_PROPS
};

enum
{
  SIGNAL_DAMAGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
psg_map_detail_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PsgMapDetail *self = PSG_MAP_DETAIL (object);

  switch (id)
    {
    case PROP_ONLINE:
      g_value_set_object (value, self->online);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
psg_map_detail_finalize (GObject *object)
{
  PsgMapDetail *self = PSG_MAP_DETAIL (object);

  g_clear_object (&self->online);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (psg_map_detail_parent_class)->finalize (object);
}

static void
psg_map_detail_class_init (PsgMapDetailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = psg_map_detail_finalize;
  object_class->get_property = psg_map_detail_get_property;

  properties[PROP_ONLINE] = g_param_spec_object ("online", NULL, NULL, PSG_TYPE_TILE_SOURCE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, PSG_TYPE_TILE_SOURCE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_DAMAGED] = g_signal_new ("damaged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
psg_map_detail_init (PsgMapDetail *self)
{
}

/**
 * psg_map_detail_get_default:
 *
 * Returns: (transfer none): the one of the process
 */
PsgMapDetail *
psg_map_detail_get_default (void)
{
  static PsgMapDetail *detail;

  if (detail == NULL)
    detail = g_object_new (PSG_TYPE_MAP_DETAIL, NULL);

  return detail;
}

/**
 * psg_map_detail_set_online:
 * @self: what lies over the offline map
 * @url_template: (nullable): of the server to ask for tiles, with `{z}`, `{x}` and `{y}` in it;
 *   %NULL for none
 */
void
psg_map_detail_set_online (PsgMapDetail *self,
                           const char   *url_template)
{
  g_return_if_fail (PSG_IS_MAP_DETAIL (self));

  if (url_template == NULL && self->online == NULL)
    return;

  g_clear_object (&self->online);
  if (url_template != NULL)
    self->online = psg_online_tiles_new (url_template);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONLINE]);
}

/**
 * psg_map_detail_get_online:
 * @self: what lies over the offline map
 *
 * Returns: (transfer none) (nullable): the tiles of a server
 */
PsgTileSource *
psg_map_detail_get_online (PsgMapDetail *self)
{
  g_return_val_if_fail (PSG_IS_MAP_DETAIL (self), NULL);

  return self->online;
}

/**
 * psg_map_detail_set_file:
 * @self: what lies over the offline map
 * @file: (nullable): a map file's tiles
 */
void
psg_map_detail_set_file (PsgMapDetail  *self,
                         PsgTileSource *file)
{
  g_return_if_fail (PSG_IS_MAP_DETAIL (self));
  g_return_if_fail (file == NULL || PSG_IS_TILE_SOURCE (file));

  if (!g_set_object (&self->file, file))
    return;

  self->told = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

/**
 * psg_map_detail_tell_damaged:
 * @self: what lies over the offline map
 * @error: what is wrong with a tile of the map file
 *
 * Told once a file, however many of its tiles and however many maps show it.
 */
void
psg_map_detail_tell_damaged (PsgMapDetail *self,
                             const GError *error)
{
  g_return_if_fail (PSG_IS_MAP_DETAIL (self));

  if (self->told)
    return;

  self->told = TRUE;
  g_signal_emit (self, signals[SIGNAL_DAMAGED], 0, error);
}

/**
 * psg_map_detail_get_file:
 * @self: what lies over the offline map
 *
 * Returns: (transfer none) (nullable): a map file's tiles
 */
PsgTileSource *
psg_map_detail_get_file (PsgMapDetail *self)
{
  g_return_val_if_fail (PSG_IS_MAP_DETAIL (self), NULL);

  return self->file;
}
