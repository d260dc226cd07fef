/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-item.h"

#include <glib/gi18n-lib.h>

/* A few numbers about one row, and the words made of them. */

struct _PsgEventItem
{
  GObject parent_instance;

  /* owned */
  PsgCollection *collection;
  PsgEvent *event; /* once its date has been asked for */

  guint row;
  gboolean first_of_year;
  gboolean only_possible;
};

G_DEFINE_FINAL_TYPE (PsgEventItem, psg_event_item, G_TYPE_OBJECT)

static PsgEventTable *
get_events (PsgEventItem *self)
{
  return psg_collection_get_events (self->collection);
}

static void
psg_event_item_finalize (GObject *object)
{
  g_clear_pointer (&PSG_EVENT_ITEM (object)->event, psg_event_unref);
  g_clear_object (&PSG_EVENT_ITEM (object)->collection);

  G_OBJECT_CLASS (psg_event_item_parent_class)->finalize (object);
}

static void
psg_event_item_class_init (PsgEventItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = psg_event_item_finalize;
}

static void
psg_event_item_init (PsgEventItem *self)
{
}

/**
 * psg_event_item_new:
 * @collection: a collection
 * @row: a row of its event table
 * @first_of_year: whether no event of the same year stands before it in the list
 * @only_possible: whether it lies in the filter's range possibly, but not certainly
 *
 * Returns: (transfer full): an item
 */
PsgEventItem *
psg_event_item_new (PsgCollection *collection,
                    guint          row,
                    gboolean       first_of_year,
                    gboolean       only_possible)
{
  PsgEventItem *self = g_object_new (PSG_TYPE_EVENT_ITEM, NULL);

  self->collection = g_object_ref (collection);
  self->row = row;
  self->first_of_year = first_of_year;
  self->only_possible = only_possible;

  return self;
}

guint
psg_event_item_get_row (PsgEventItem *self)
{
  return self->row;
}

const char *
psg_event_item_get_title (PsgEventItem *self)
{
  return psg_event_table_get_title (get_events (self), self->row);
}

/* Whether it is the person's own. */
gboolean
psg_event_item_is_own (PsgEventItem *self)
{
  return psg_event_table_is_own (get_events (self), self->row);
}

const PsgLane *
psg_event_item_get_lane (PsgEventItem *self)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (get_events (self));

  return g_ptr_array_index (psg_collection_get_lanes (self->collection), columns->lane[self->row]);
}

/**
 * psg_event_item_year_of:
 *
 * Returns: the year an event is listed under
 */
int
psg_event_item_year_of (PsgEventTable *events,
                        guint          row)
{
  int year;

  psg_day_to_ymd (psg_day_from_minutes (psg_event_table_get_columns (events)->start[row]), &year, NULL, NULL);

  return year;
}

/**
 * psg_event_item_dup_heading:
 *
 * Returns: (transfer full) (nullable): the year, if the item is its first
 */
char *
psg_event_item_dup_heading (PsgEventItem *self)
{
  if (!self->first_of_year)
    return NULL;

  return g_strdup_printf ("%d", psg_event_item_year_of (get_events (self), self->row));
}

static char *
format_date (PsgEventItem *self,
             char       *(*format) (const PsgEdtf *date))
{
  PsgTimeSpan span;

  if (self->event == NULL)
    self->event = psg_collection_load_event (self->collection, self->row, NULL);
  if (self->event != NULL)
    return format (self->event->date);

  span = psg_event_table_get_span (get_events (self), self->row);

  return psg_day_format_short (psg_day_from_minutes (span.start));
}

/**
 * psg_event_item_dup_date:
 *
 * Returns: (transfer full): "1 Mar 2024", or "2024 · possibly"
 */
char *
psg_event_item_dup_date (PsgEventItem *self)
{
  g_autofree char *date = format_date (self, psg_edtf_format_short);

  if (!self->only_possible)
    return g_steal_pointer (&date);

  /* Translators: the date of an event that may lie in the range of the filter, or may not */
  return g_strdup_printf (_("%s · possibly"), date);
}

/**
 * psg_event_item_dup_name:
 *
 * Returns: (transfer full): all that the row shows in one line, for assistive tools: "1 March 2024, Lavoriškės
 *   and Raigardas close, Border & migration"
 */
char *
psg_event_item_dup_name (PsgEventItem *self)
{
  g_autofree char *date = format_date (self, psg_edtf_format_display);

  return g_strdup_printf ("%s, %s, %s%s%s%s%s", date,
                          psg_event_item_get_title (self),
                          psg_text_get (psg_event_item_get_lane (self)->name),
                          psg_event_item_is_own (self) ? ", " : "",
                          psg_event_item_is_own (self) ? _("your own event") : "",
                          self->only_possible ? ", " : "",
                          self->only_possible ? _("possibly in range") : "");
}
