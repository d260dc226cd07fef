/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-own-notes.h"

#include "psg-notebook-lessons.h"

/* The notebook of whoever runs the app: opened once, after there is something to see, and closed last. */

struct _PsgOwnNotes
{
  GObject parent_instance;

  PsgNotebook *notebook; /* (nullable): from when it is opened until it is closed */
  PsgNotes    *notes;    /* (nullable) */
  PsgLibrary  *library;  /* (nullable) */
  PsgLessons  *lessons;  /* (nullable) */
};

enum
{
  PROP_NOTES = 1,
  PROP_LIBRARY,
  PROP_LESSONS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  TOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgOwnNotes, psg_own_notes, G_TYPE_OBJECT)

static void
tell (PsgOwnNotes *self,
      const char  *message)
{
  g_signal_emit (self, signals[TOLD], 0, message);
}

static void
open_lessons (PsgOwnNotes *self)
{
  g_autoptr (PsgNotebookLessons) store = psg_notebook_lessons_new (self->notebook);

  self->lessons = psg_lessons_new (PSG_LESSON_STORE (store));
  g_signal_connect_object (self->lessons, "failed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  psg_lessons_load (self->lessons);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PsgOwnNotes) self = PSG_OWN_NOTES (user_data);
  g_autoptr (GError) error = NULL;
  gboolean open = psg_notebook_open_finish (PSG_NOTEBOOK (source), result, &error);

  if (self->notebook == NULL)
    return;
  if (!open)
    {
      tell (self, error->message);
      return;
    }

  if (psg_notebook_get_report (self->notebook) != NULL)
    tell (self, psg_notebook_get_report (self->notebook));
  self->notes = psg_notes_new (PSG_NOTE_STORE (self->notebook));
  g_signal_connect_object (self->notes, "failed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  psg_notes_load (self->notes);
  self->library = PSG_LIBRARY (psg_notebook_library_new (self->notebook));
  open_lessons (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTES]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LESSONS]);
}

static void
psg_own_notes_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NOTES:
      g_value_set_object (value, PSG_OWN_NOTES (object)->notes);
      break;
    case PROP_LIBRARY:
      g_value_set_object (value, PSG_OWN_NOTES (object)->library);
      break;
    case PROP_LESSONS:
      g_value_set_object (value, PSG_OWN_NOTES (object)->lessons);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
psg_own_notes_class_init (PsgOwnNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = psg_own_notes_get_property;

  properties[PROP_NOTES] = g_param_spec_object ("notes", NULL, NULL, PSG_TYPE_NOTES,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, PSG_TYPE_LIBRARY,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_LESSONS] = g_param_spec_object ("lessons", NULL, NULL, PSG_TYPE_LESSONS,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  signals[TOLD] = g_signal_new ("told", PSG_TYPE_OWN_NOTES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
psg_own_notes_init (PsgOwnNotes *self)
{
}

/* (transfer none) */
PsgOwnNotes *
psg_own_notes_get_default (void)
{
  static PsgOwnNotes *self;

  if (self == NULL)
    self = g_object_new (PSG_TYPE_OWN_NOTES, NULL);

  return self;
}

/* Begins to open it, unless that has begun; `notes` tells when it is open. */
void
psg_own_notes_open (PsgOwnNotes *self)
{
  g_autofree char *folder = NULL;

  if (self->notebook != NULL)
    return;

  folder = g_build_filename (g_get_user_data_dir (), "passages", NULL);
  self->notebook = psg_notebook_new (folder);
  g_signal_connect_object (self->notebook, "trouble", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  psg_notebook_open_async (self->notebook, NULL, opened_cb, g_object_ref (self));
}

/* Waits until everything is on the disk. It may be opened again. */
void
psg_own_notes_close (PsgOwnNotes *self)
{
  if (self->notes != NULL)
    psg_notes_close (self->notes);
  if (self->lessons != NULL)
    psg_lessons_close (self->lessons);
  if (self->notebook != NULL)
    psg_notebook_close (self->notebook);
  g_clear_object (&self->notes);
  g_clear_object (&self->library);
  g_clear_object (&self->lessons);
  g_clear_object (&self->notebook);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTES]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LESSONS]);
}

/* (transfer none) (nullable) */
PsgNotes *
psg_own_notes_get_notes (PsgOwnNotes *self)
{
  return self->notes;
}

/* (transfer none) (nullable) */
PsgNotebook *
psg_own_notes_get_notebook (PsgOwnNotes *self)
{
  return self->notebook;
}

/* (transfer none) (nullable) */
PsgLibrary *
psg_own_notes_get_library (PsgOwnNotes *self)
{
  return self->library;
}

/* (transfer none) (nullable) */
PsgLessons *
psg_own_notes_get_lessons (PsgOwnNotes *self)
{
  return self->lessons;
}
