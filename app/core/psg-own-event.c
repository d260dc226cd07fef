/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-own-event.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "psg-edtf.h"

/*
 * What makes a note an event: its members, and the ids by which own events go among a collection's. No id of a
 * collection has a full stop (see psg_id_is_valid()), so that these never meet.
 */

#define ID_PREFIX "own."
#define NOTE_PREFIX "urn:uuid:"

static void
free_source (gpointer data)
{
  PsgOwnSource *self = data;

  g_free (self->title);
  g_free (self->url);
  g_free (self->remark);
  g_free (self);
}

/**
 * psg_own_event_new:
 * @title: in a line
 * @date: EDTF
 *
 * Returns: (transfer full): an event with nothing else
 */
PsgOwnEvent *
psg_own_event_new (const char *title,
                   const char *date)
{
  PsgOwnEvent *self = g_new0 (PsgOwnEvent, 1);

  self->title = g_strdup (title);
  self->date = g_strdup (date);

  return self;
}

/* (nullable) */
PsgOwnEvent *
psg_own_event_copy (const PsgOwnEvent *self)
{
  PsgOwnEvent *copy;

  if (self == NULL)
    return NULL;

  copy = psg_own_event_new (self->title, self->date);
  copy->lane = g_strdup (self->lane);
  copy->has_place = self->has_place;
  copy->place = g_strdup (self->place);
  copy->crossings = g_strdupv (self->crossings);
  for (guint i = 0; self->sources != NULL && i < self->sources->len; i++)
    {
      const PsgOwnSource *source = g_ptr_array_index (self->sources, i);

      psg_own_event_add_source (copy, source->title, source->url, source->remark);
    }

  return copy;
}

void
psg_own_event_free (PsgOwnEvent *self)
{
  g_free (self->title);
  g_free (self->date);
  g_free (self->lane);
  g_free (self->place);
  g_strfreev (self->crossings);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_free (self);
}

static guint
count_sources (const PsgOwnEvent *self)
{
  return self->sources != NULL ? self->sources->len : 0;
}

static gboolean
equal_sources (const PsgOwnEvent *a,
               const PsgOwnEvent *b)
{
  if (count_sources (a) != count_sources (b))
    return FALSE;

  for (guint i = 0; i < count_sources (a); i++)
    {
      const PsgOwnSource *one = g_ptr_array_index (a->sources, i);
      const PsgOwnSource *other = g_ptr_array_index (b->sources, i);

      if (!g_str_equal (one->title, other->title) || !g_str_equal (one->url, other->url)
          || !g_str_equal (one->remark, other->remark))
        return FALSE;
    }

  return TRUE;
}

/* Whether two, or two that are none, say the same. No list and an empty one are the same. */
gboolean
psg_own_event_equal (const PsgOwnEvent *self,
                     const PsgOwnEvent *other)
{
  static const char *const none[] = { NULL };

  if (self == NULL || other == NULL)
    return self == other;

  return g_strcmp0 (self->title, other->title) == 0 && g_strcmp0 (self->date, other->date) == 0
         && g_strcmp0 (self->lane, other->lane) == 0 && !self->has_place == !other->has_place
         && g_strcmp0 (self->place, other->place) == 0
         && g_strv_equal (self->crossings != NULL ? (const char *const *) self->crossings : none,
                          other->crossings != NULL ? (const char *const *) other->crossings : none)
         && equal_sources (self, other);
}

/* To an event of one's own. Returns: (transfer none): what was added at the end */
PsgOwnSource *
psg_own_event_add_source (PsgOwnEvent *self,
                          const char  *title,
                          const char  *url,
                          const char  *remark)
{
  PsgOwnSource *source = g_new0 (PsgOwnSource, 1);

  source->title = g_strdup (title);
  source->url = g_strdup (url);
  source->remark = g_strdup (remark);
  if (self->sources == NULL)
    self->sources = g_ptr_array_new_with_free_func (free_source);
  g_ptr_array_add (self->sources, source);

  return source;
}

/* Text that may be stored, on one line. */
static gboolean
is_line (const char *text,
         gsize       max)
{
  if (text == NULL || strlen (text) > max || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)))
      return FALSE;

  return TRUE;
}

static gboolean
is_named (const char *text)
{
  return is_line (text, PSG_OWN_EVENT_MAX_LINE) && *text != '\0';
}

static gboolean
are_sources (const PsgOwnEvent *self)
{
  if (count_sources (self) > PSG_OWN_EVENT_MAX_SOURCES)
    return FALSE;

  for (guint i = 0; i < count_sources (self); i++)
    {
      const PsgOwnSource *source = g_ptr_array_index (self->sources, i);

      if (!is_line (source->title, PSG_OWN_EVENT_MAX_LINE) || !is_line (source->url, PSG_OWN_EVENT_MAX_TEXT)
          || source->remark == NULL || strlen (source->remark) > PSG_OWN_EVENT_MAX_TEXT
          || !g_utf8_validate (source->remark, -1, NULL))
        return FALSE;
    }

  return TRUE;
}

static gboolean
are_crossings (GStrv crossings)
{
  guint n = 0;

  for (; crossings != NULL && crossings[n] != NULL; n++)
    if (n == PSG_OWN_EVENT_MAX_CROSSINGS || !is_named (crossings[n]))
      return FALSE;

  return TRUE;
}

static gboolean
is_date (const char *text)
{
  g_autoptr (PsgEdtf) date = NULL;

  if (!is_named (text))
    return FALSE;
  date = psg_edtf_parse (text, NULL);

  return date != NULL;
}

/**
 * psg_own_event_find_fault:
 * @self: an event
 *
 * Returns: (nullable): why it cannot be kept, in English, for messages; %NULL if it can
 */
const char *
psg_own_event_find_fault (const PsgOwnEvent *self)
{
  if (!is_line (self->title, PSG_OWN_EVENT_MAX_LINE))
    return "its title is too long, or is not a line of text";
  if (!is_date (self->date))
    return "its date is not EDTF";
  if ((self->lane != NULL && !is_named (self->lane)) || (self->place != NULL && !is_named (self->place)))
    return "its lane or place cannot be used";
  if (!are_crossings (self->crossings))
    return "it has too many crossings, or one of them cannot be used";
  if (!are_sources (self))
    return "it has too many sources, or one of them cannot be used";

  return NULL;
}

/* (transfer none): what it is called, also while it has no title. */
const char *
psg_own_event_get_title (const PsgOwnEvent *self)
{
  return *self->title != '\0' ? self->title : _("Untitled event");
}

/**
 * psg_own_event_dup_id:
 * @note: the id of a note that is an event
 *
 * Returns: (transfer full): the event's id, in whatever collection it lies over
 */
char *
psg_own_event_dup_id (const char *note)
{
  return g_strconcat (ID_PREFIX, g_str_has_prefix (note, NOTE_PREFIX) ? note + strlen (NOTE_PREFIX) : note, NULL);
}

/* (transfer full): the id of the note that is the event @id: see psg_own_event_dup_id(). */
char *
psg_own_event_dup_note (const char *id)
{
  return g_strconcat (NOTE_PREFIX, psg_own_event_is_id (id) ? id + strlen (ID_PREFIX) : id, NULL);
}

/* Whether an event of this id can only be a person's own. */
gboolean
psg_own_event_is_id (const char *id)
{
  return id != NULL && g_str_has_prefix (id, ID_PREFIX);
}
