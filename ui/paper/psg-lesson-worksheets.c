/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lesson-sheets.h"

#include <glib/gi18n.h>
#include <math.h>

#include "psg-scene-picture.h"

/*
 * Three sheets for pupils: a timeline to fill in, a map to place crossings on, cards to put in
 * order; and the key to all three after them. The order of what has to be put in order is
 * made up from the lesson's id, so that a second print goes with the first key.
 */

#define TIMELINE_HEIGHT 330.0
#define MAP_HEIGHT 470.0
#define SCALE 0.6
#define MAX_EVENTS 12
#define CARD_HEIGHT 92.0
#define CARD_PADDING 10.0
#define FONT "Cantarell, Adwaita Sans, Noto Sans, Sans"
#define DASH 4.0
/* How much of the time that the events take is free before the first and after the last. */
#define AIR 0.06

typedef struct
{
  GPtrArray *events;  /* PsgEvent, in order of time */
  GArray *order;      /* guint: a made-up order of them */
  PsgTimeSpan span;
  PsgViewpoint view;
  PsgDay day;
} Exercise;

/* Cards, two in a row. */
typedef struct
{
  PangoContext *context;
  GPtrArray *texts;
} Cards;

static gboolean
has_event (GPtrArray  *events,
           const char *id)
{
  for (guint i = 0; i < events->len; i++)
    if (g_str_equal (((PsgEvent *) g_ptr_array_index (events, i))->id, id))
      return TRUE;

  return FALSE;
}

static int
compare_time (gconstpointer a,
              gconstpointer b)
{
  const PsgEvent *first = *(PsgEvent *const *) a, *second = *(PsgEvent *const *) b;

  return psg_edtf_get_earliest (first->date) < psg_edtf_get_earliest (second->date) ? -1
         : psg_edtf_get_earliest (first->date) > psg_edtf_get_earliest (second->date);
}

static void
gather_events (Exercise        *self,
               PsgCollection   *collection,
               const PsgLesson *lesson)
{
  for (guint i = 0; i < lesson->steps->len && self->events->len < MAX_EVENTS; i++)
    {
      const PsgLessonStep *step = g_ptr_array_index (lesson->steps, i);
      guint row = PSG_ROW_NONE;
      PsgEvent *event;

      if (step->event != NULL && !has_event (self->events, step->event))
        row = psg_event_table_find (psg_collection_get_events (collection), step->event);
      event = row != PSG_ROW_NONE ? psg_collection_load_event (collection, row, NULL) : NULL;
      if (event != NULL)
        g_ptr_array_add (self->events, event);
    }
  g_ptr_array_sort (self->events, compare_time);
}

/* The time that the events take, and a little more; without events all that the lesson shows. */
static void
find_span (Exercise        *self,
           PsgCollection   *collection,
           const PsgLesson *lesson)
{
  PsgEventTable *table = psg_collection_get_events (collection);
  gint64 air;

  self->span = psg_collection_get_info (collection)->span;
  for (guint i = 0; i < self->events->len; i++)
    {
      PsgTimeSpan span = psg_event_table_get_span (table, ((PsgEvent *) g_ptr_array_index (self->events, i))->row);

      self->span.start = i == 0 ? span.start : MIN (self->span.start, span.start);
      self->span.end = i == 0 ? span.end : MAX (self->span.end, span.end);
    }
  if (self->events->len == 0)
    return;

  air = MAX (30 * PSG_MINUTES_PER_DAY, (gint64) (AIR * (double) (self->span.end - self->span.start)));
  self->span.start -= air;
  self->span.end += air;
}

static void
shuffle (Exercise   *self,
         const char *id)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_str_hash (id));

  for (guint i = 0; i < self->events->len; i++)
    g_array_append_val (self->order, i);
  for (guint i = self->order->len; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (random, 0, (gint32) i);
      guint kept = g_array_index (self->order, guint, i - 1);

      g_array_index (self->order, guint, i - 1) = g_array_index (self->order, guint, j);
      g_array_index (self->order, guint, j) = kept;
    }
}

static void
exercise_init (Exercise        *self,
               PsgCollection   *collection,
               const PsgLesson *lesson)
{
  const PsgCollectionInfo *info = psg_collection_get_info (collection);

  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_event_unref);
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->view = info->map;
  self->day = info->playhead;
  gather_events (self, collection, lesson);
  find_span (self, collection, lesson);
  shuffle (self, lesson->id);
}

static void
exercise_clear (Exercise *self)
{
  g_ptr_array_unref (self->events);
  g_array_unref (self->order);
}

static const PsgEvent *
get_shuffled (const Exercise *self,
              guint           i)
{
  return g_ptr_array_index (self->events, g_array_index (self->order, guint, i));
}

/* A, B, C … */
static char
get_letter (guint i)
{
  return (char) ('A' + i);
}

static void
add_picture (PsgSheets     *sheets,
             PsgCollection *collection,
             Exercise      *self,
             PsgSceneParts  parts,
             gboolean       blank)
{
  PsgScenePicture *picture = psg_scene_picture_new (collection, NULL, parts, SCALE);

  psg_scene_picture_set_span (picture, &self->span);
  psg_scene_picture_set_view (picture, &self->view);
  psg_scene_picture_set_day (picture, self->day);
  if (blank)
    psg_scene_picture_set_blank (picture);
  psg_sheets_add_drawing (sheets, parts == PSG_SCENE_MAP ? MAP_HEIGHT : TIMELINE_HEIGHT, psg_scene_picture_draw,
                          picture, psg_scene_picture_free);
}

static void
add_head (PsgSheets  *sheets,
          const char *heading,
          const char *task)
{
  psg_sheets_add_text (sheets, PSG_SHEET_TITLE, heading);
  psg_sheets_add_text (sheets, PSG_SHEET_SUBTITLE, task);
}

static void
add_timeline (PsgSheets     *sheets,
              PsgCollection *collection,
              Exercise      *self)
{
  add_head (sheets, _("Fill in the timeline"),
            _("Write the letter of each event into its row, on the day on which it happened. Then colour when each "
              "crossing was closed."));
  add_picture (sheets, collection, self, PSG_SCENE_TIMELINE, TRUE);
  psg_sheets_add_text (sheets, PSG_SHEET_LABEL, _("Events"));
  for (guint i = 0; i < self->events->len; i++)
    {
      g_autofree char *line = g_strdup_printf ("%c   %s", get_letter (i), psg_text_get (get_shuffled (self, i)->title));

      psg_sheets_add_text (sheets, PSG_SHEET_BODY, line);
    }
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* By the alphabet: their order must not tell where they are. */
static char *
list_crossings (PsgCollection *collection)
{
  GPtrArray *all = psg_collection_get_crossings (collection);
  g_autoptr (GPtrArray) listed = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (((PsgCrossing *) g_ptr_array_index (all, i))->kind == PSG_CROSSING_ROAD)
      g_ptr_array_add (listed, (gpointer) psg_text_get (((PsgCrossing *) g_ptr_array_index (all, i))->short_name));
  g_ptr_array_sort (listed, compare_names);
  g_ptr_array_add (listed, NULL);

  return g_strjoinv ("   ·   ", (char **) listed->pdata);
}

static void
add_map (PsgSheets     *sheets,
         PsgCollection *collection,
         Exercise      *self)
{
  g_autofree char *listed = list_crossings (collection);

  psg_sheets_break (sheets);
  add_head (sheets, _("Place the crossings"),
            _("Mark each crossing on the border and write its name beside it. The towns help to find the place."));
  add_picture (sheets, collection, self, PSG_SCENE_MAP, TRUE);
  psg_sheets_add_text (sheets, PSG_SHEET_BOXED, listed);
}

static void
cards_free (gpointer data)
{
  Cards *self = data;

  g_object_unref (self->context);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

static void
draw_card (Cards      *self,
           cairo_t    *cr,
           const char *text,
           double      x,
           double      y,
           double      width)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONT);
  int tall;

  pango_font_description_set_absolute_size (font, 12 * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) ((width - 2 * CARD_PADDING) * PANGO_SCALE));
  pango_layout_set_height (layout, (int) ((CARD_HEIGHT - 2 * CARD_PADDING) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, NULL, &tall);
  cairo_set_source_rgb (cr, 0.13, 0.13, 0.13);
  cairo_move_to (cr, x + CARD_PADDING, y + (CARD_HEIGHT - tall / (double) PANGO_SCALE) / 2);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

static void
draw_line (cairo_t *cr,
           double   x0,
           double   y0,
           double   x1,
           double   y1)
{
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
}

/* Where to cut: neighbours share a line. */
static void
draw_cards (cairo_t *cr,
            double   width,
            double   height,
            gpointer data)
{
  static const double dashes[] = { DASH, DASH };
  Cards *self = data;
  double card = width / 2;

  cairo_set_line_width (cr, 0.7);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_source_rgb (cr, 0.45, 0.45, 0.45);
  for (guint i = 0; i < self->texts->len; i++)
    {
      double x = (i % 2) * card, y = (i / 2) * CARD_HEIGHT;

      /* The left edge of the first column, the upper of the first row; of all the others the right and the lower. */
      if (i % 2 == 0)
        draw_line (cr, 0.5, y, 0.5, y + CARD_HEIGHT);
      if (i < 2)
        draw_line (cr, x, 0.5, x + card, 0.5);
      draw_line (cr, MIN (x + card, width - 0.5), y, MIN (x + card, width - 0.5), y + CARD_HEIGHT);
      draw_line (cr, x, MIN (y + CARD_HEIGHT, height - 0.5), x + card, MIN (y + CARD_HEIGHT, height - 0.5));
    }
  cairo_set_dash (cr, NULL, 0, 0);

  for (guint i = 0; i < self->texts->len; i++)
    draw_card (self, cr, g_ptr_array_index (self->texts, i), (i % 2) * card, (i / 2) * CARD_HEIGHT, card);
}

static void
add_cards (PsgSheets *sheets,
           Exercise  *self)
{
  Cards *cards = g_new0 (Cards, 1);

  cards->context = g_object_ref (psg_sheets_get_context (sheets));
  cards->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->events->len; i++)
    g_ptr_array_add (cards->texts, g_strdup (psg_text_get (get_shuffled (self, i)->title)));

  psg_sheets_break (sheets);
  add_head (sheets, _("Put the events in order"),
            _("Cut the cards apart along the dashed lines and lay them in order of time, the earliest first."));
  psg_sheets_add_drawing (sheets, (self->events->len + 1) / 2 * CARD_HEIGHT, draw_cards, cards, cards_free);
}

static guint
find_shuffled (const Exercise *self,
               guint           event)
{
  guint i = 0;

  while (g_array_index (self->order, guint, i) != event)
    i++;

  return i;
}

/* The events in order of time, with their letters: the key to the first sheet and to the third. */
static void
add_key (PsgSheets     *sheets,
         PsgCollection *collection,
         Exercise      *self)
{
  g_autofree char *day = psg_day_format_long (self->day);
  /* Translators: above a map with the crossings on it; a date */
  g_autofree char *caption = g_strdup_printf (_("The crossings, and how they stood on %s"), day);

  psg_sheets_break (sheets);
  add_head (sheets, _("Answer key"), _("For who teaches: the events in order of time, with their letters."));
  for (guint i = 0; i < self->events->len; i++)
    {
      const PsgEvent *event = g_ptr_array_index (self->events, i);
      g_autofree char *date = psg_edtf_format_display (event->date);
      g_autofree char *line = g_strdup_printf ("%u.  %c   %s — %s", i + 1, get_letter (find_shuffled (self, i)), date,
                                               psg_text_get (event->title));

      psg_sheets_add_text (sheets, PSG_SHEET_BODY, line);
    }
  add_picture (sheets, collection, self, PSG_SCENE_TIMELINE, FALSE);
  psg_sheets_begin_group (sheets);
  psg_sheets_add_text (sheets, PSG_SHEET_HEADING, caption);
  add_picture (sheets, collection, self, PSG_SCENE_MAP, FALSE);
  psg_sheets_end_group (sheets);
}

/**
 * psg_lesson_sheets_add_worksheets:
 * @sheets: pages
 * @collection: what the lesson is about
 * @lesson: a lesson
 *
 * Adds the worksheets and their key. A sheet for which the lesson has nothing is left out.
 */
void
psg_lesson_sheets_add_worksheets (PsgSheets       *sheets,
                                  PsgCollection   *collection,
                                  const PsgLesson *lesson)
{
  Exercise exercise;

  exercise_init (&exercise, collection, lesson);
  add_timeline (sheets, collection, &exercise);
  if (psg_collection_get_crossings (collection)->len > 0)
    add_map (sheets, collection, &exercise);
  if (exercise.events->len > 1)
    add_cards (sheets, &exercise);
  add_key (sheets, collection, &exercise);
  exercise_clear (&exercise);
}
