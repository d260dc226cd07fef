/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-choice.h"

#include <glib/gi18n.h>

#include "psg-file-chooser.h"
#include "psg-map-detail.h"
#include "psg-mbtiles.h"
#include "psg-online-tiles.h"

/*
 * Joins the settings with what lies over the offline map. A file is remembered as the URI that the
 * file chooser gave: in a sandbox that is its place in the document portal, which
 * stays ours between runs. One that is gone stays remembered, too: a disk may be back tomorrow.
 */

#define KEY_ONLINE "online-map"
#define KEY_FILE "map-file"

struct _PsgMapChoice
{
  GObject       parent_instance;

  GSettings    *settings;
  GCancellable *opening;   /* (nullable): while a file is being opened */
  char         *asked;     /* (nullable): the URI of the file asked for last */
  char         *shown;     /* the URI of the file that is shown; empty for none */
  char         *problem;   /* (nullable): what the file asked for last suffers from */
  gboolean      started;
};

G_DEFINE_FINAL_TYPE (PsgMapChoice, psg_map_choice, G_TYPE_OBJECT)

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_name (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *name = g_file_get_basename (file);

  /* What is no URI has none. */
  return g_utf8_make_valid (name != NULL ? name : uri, -1);
}

static void
set_problem (PsgMapChoice *self,
             const char   *uri,
             const char   *what)
{
  g_autofree char *name = dup_name (uri);

  g_free (self->problem);
  /* Translators: the name of a file, and what is wrong with it */
  self->problem = g_strdup_printf (_("The map file “%s” cannot be shown: %s"), name, what);
  g_signal_emit (self, signals[CHANGED], 0);
  g_signal_emit (self, signals[FAILED], 0, self->problem);
}

static void
show (PsgMapChoice  *self,
      const char    *uri,
      PsgTileSource *map)
{
  g_free (self->shown);
  self->shown = g_strdup (uri);
  g_clear_pointer (&self->problem, g_free);
  psg_map_detail_set_file (psg_map_detail_get_default (), map);
  g_settings_set_string (self->settings, KEY_FILE, uri);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
stop_opening (PsgMapChoice *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PsgMapChoice) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgMbtiles) map = psg_mbtiles_open_finish (result, &error);

  /* Another was asked for meanwhile, or none is wanted any more. */
  if (g_task_get_cancellable (G_TASK (result)) != self->opening)
    return;

  g_clear_object (&self->opening);
  if (map != NULL)
    show (self, self->asked, PSG_TILE_SOURCE (map));
  else
    set_problem (self, self->asked, error->message);
}

static void
open_uri (PsgMapChoice *self,
          const char   *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *path = g_file_get_path (file);

  stop_opening (self);
  g_free (self->asked);
  self->asked = g_strdup (uri);
  if (path == NULL)
    {
      set_problem (self, uri, _("only files on this computer can be shown"));
      return;
    }

  self->opening = g_cancellable_new ();
  psg_mbtiles_open_async (path, self->opening, opened_cb, g_object_ref (self));
}

static void
online_changed_cb (PsgMapChoice *self)
{
  psg_map_detail_set_online (psg_map_detail_get_default (),
                             g_settings_get_boolean (self->settings, KEY_ONLINE) ? PSG_ONLINE_TILES_OSM : NULL);
}

static void
file_changed_cb (PsgMapChoice *self)
{
  g_autofree char *uri = g_settings_get_string (self->settings, KEY_FILE);

  /* By ourselves, when it was shown. */
  if (g_str_equal (uri, self->shown))
    return;

  if (*uri != '\0')
    {
      open_uri (self, uri);
      return;
    }

  stop_opening (self);
  show (self, "", NULL);
}

/* It is shown all the same, as far as it can be. */
static void
damaged_cb (PsgMapChoice *self,
            const GError *error)
{
  g_autofree char *name = dup_name (self->shown);
  /* Translators: the name of a file, and what is wrong with it */
  g_autofree char *message = g_strdup_printf (_("Not all of the map file “%s” can be shown: %s"), name, error->message);

  g_signal_emit (self, signals[FAILED], 0, message);
}

static void
psg_map_choice_finalize (GObject *object)
{
  PsgMapChoice *self = PSG_MAP_CHOICE (object);

  g_clear_object (&self->opening);
  g_clear_object (&self->settings);
  g_free (self->asked);
  g_free (self->shown);
  g_free (self->problem);

  G_OBJECT_CLASS (psg_map_choice_parent_class)->finalize (object);
}

static void
psg_map_choice_class_init (PsgMapChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = psg_map_choice_finalize;

  signals[CHANGED] = g_signal_new ("changed", PSG_TYPE_MAP_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", PSG_TYPE_MAP_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
psg_map_choice_init (PsgMapChoice *self)
{
  self->settings = g_settings_new (PSG_SETTINGS_ID);
  self->shown = g_strdup ("");
}

/**
 * psg_map_choice_get_default:
 *
 * Returns: (transfer none): the one of the process
 */
PsgMapChoice *
psg_map_choice_get_default (void)
{
  static PsgMapChoice *choice;

  if (choice == NULL)
    choice = g_object_new (PSG_TYPE_MAP_CHOICE, NULL);

  return choice;
}

/**
 * psg_map_choice_start:
 * @self: the choice
 *
 * From now on what the settings say is shown. Called with the first map.
 */
void
psg_map_choice_start (PsgMapChoice *self)
{
  g_return_if_fail (PSG_IS_MAP_CHOICE (self));

  if (self->started)
    return;

  self->started = TRUE;
  g_signal_connect_object (psg_map_detail_get_default (), "damaged", G_CALLBACK (damaged_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->settings, "changed::" KEY_ONLINE, G_CALLBACK (online_changed_cb), self);
  g_signal_connect_swapped (self->settings, "changed::" KEY_FILE, G_CALLBACK (file_changed_cb), self);
  online_changed_cb (self);
  file_changed_cb (self);
}

static void
file_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  if (file != NULL)
    psg_map_choice_open (PSG_MAP_CHOICE (user_data), file);
}

/**
 * psg_map_choice_ask:
 * @self: the choice
 * @parent: the window that asks
 *
 * Lets the person choose a map file.
 */
void
psg_map_choice_ask (PsgMapChoice *self,
                    GtkWindow    *parent)
{
  g_return_if_fail (PSG_IS_MAP_CHOICE (self));

  psg_file_chooser_open (parent, _("Open Map File"), _("Map files (MBTiles)"), "*.mbtiles", file_chosen_cb, self);
}

/**
 * psg_map_choice_open:
 * @self: the choice
 * @file: a map file
 *
 * Shows it and remembers it. One that cannot be shown is told of, and what was shown before
 * stays.
 */
void
psg_map_choice_open (PsgMapChoice *self,
                     GFile        *file)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (PSG_IS_MAP_CHOICE (self));
  g_return_if_fail (G_IS_FILE (file));

  psg_map_choice_start (self);
  uri = g_file_get_uri (file);
  open_uri (self, uri);
}

/**
 * psg_map_choice_remove:
 * @self: the choice
 *
 * Takes the map file from the map and forgets it. The file itself stays where it is.
 */
void
psg_map_choice_remove (PsgMapChoice *self)
{
  g_return_if_fail (PSG_IS_MAP_CHOICE (self));

  stop_opening (self);
  show (self, "", NULL);
}

/**
 * psg_map_choice_dup_file_name:
 * @self: the choice
 *
 * Returns: (transfer full) (nullable): what the file that is remembered is called
 */
char *
psg_map_choice_dup_file_name (PsgMapChoice *self)
{
  g_autofree char *uri = NULL;

  g_return_val_if_fail (PSG_IS_MAP_CHOICE (self), NULL);

  uri = g_settings_get_string (self->settings, KEY_FILE);

  return *uri != '\0' ? dup_name (uri) : NULL;
}

/**
 * psg_map_choice_get_problem:
 * @self: the choice
 *
 * Returns: (transfer none) (nullable): why the file asked for last is not shown
 */
const char *
psg_map_choice_get_problem (PsgMapChoice *self)
{
  g_return_val_if_fail (PSG_IS_MAP_CHOICE (self), NULL);

  return self->problem;
}

/**
 * psg_map_choice_is_map_file:
 * @file: a file
 *
 * Returns: whether it is called as map files are
 */
gboolean
psg_map_choice_is_map_file (GFile *file)
{
  g_autofree char *name = NULL;
  g_autofree char *lower = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_basename (file);
  lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return lower != NULL && g_str_has_suffix (lower, ".mbtiles");
}
