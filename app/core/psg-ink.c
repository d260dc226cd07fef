/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-ink.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/*
 * Strokes, and what was there before each change. Strokes are shared between the states and never
 * changed, so that a state is an array of pointers. How ink looks is the interface's.
 */

#define MAX_WIDTH 0.1
#define DECIMALS "%.4f"

struct _PsgInk
{
  GObject       parent_instance;

  GPtrArray    *strokes; /* PsgInkStroke: what is there now */
  PsgInkStroke *line;    /* (nullable): the one being drawn, the last of them */
  GPtrArray    *undo;    /* of such arrays: what was there before, the latest last */
  GPtrArray    *redo;    /* the same: what was undone */
  gboolean      erasing; /* the last change is an eraser's that has not been lifted */
};

enum
{
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_EMPTY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *name;
  const char *label;
} colours[PSG_N_INK_COLOURS] = {
  [PSG_INK_RED] = { "red", N_("Red") },
  [PSG_INK_BLUE] = { "blue", N_("Blue") },
  [PSG_INK_GREEN] = { "green", N_("Green") },
  [PSG_INK_YELLOW] = { "yellow", N_("Yellow") },
  [PSG_INK_BLACK] = { "black", N_("Black") },
  [PSG_INK_WHITE] = { "white", N_("White") },
};

G_DEFINE_FINAL_TYPE (PsgInk, psg_ink, G_TYPE_OBJECT)

static void
clear_stroke (gpointer data)
{
  g_array_unref (((PsgInkStroke *) data)->points);
}

static void
unref_stroke (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear_stroke);
}

static gpointer
ref_stroke (gconstpointer stroke,
            gpointer      user_data)
{
  return g_atomic_rc_box_acquire ((gpointer) stroke);
}

static PsgInkStroke *
new_stroke (PsgInkColour colour,
            double       width)
{
  PsgInkStroke *stroke = g_atomic_rc_box_new0 (PsgInkStroke);

  stroke->colour = colour;
  stroke->width = CLAMP (width, 0, MAX_WIDTH);
  stroke->points = g_array_new (FALSE, FALSE, sizeof (PsgInkPoint));

  return stroke;
}

static void
add_point (PsgInkStroke *stroke,
           double        x,
           double        y)
{
  PsgInkPoint point = { CLAMP (x, 0, 1), CLAMP (y, 0, 1) };

  g_array_append_val (stroke->points, point);
}

static GPtrArray *
new_state (void)
{
  return g_ptr_array_new_with_free_func (unref_stroke);
}

static GPtrArray *
copy_state (GPtrArray *state)
{
  GPtrArray *copy = g_ptr_array_copy (state, ref_stroke, NULL);

  g_ptr_array_set_free_func (copy, unref_stroke);

  return copy;
}

static void
notify_all (PsgInk *self)
{
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What is there now can be come back to. */
static void
keep_state (PsgInk *self)
{
  g_ptr_array_add (self->undo, copy_state (self->strokes));
  g_ptr_array_set_size (self->redo, 0);
}

static gboolean
step (PsgInk    *self,
      GPtrArray *from,
      GPtrArray *to)
{
  psg_ink_end (self);
  if (from->len == 0)
    return FALSE;

  g_ptr_array_add (to, self->strokes);
  self->strokes = g_ptr_array_steal_index (from, from->len - 1);
  notify_all (self);

  return TRUE;
}

/* How far a point lies from the line between two others; all in parts of the height. */
static double
get_distance (double px,
              double py,
              double ax,
              double ay,
              double bx,
              double by)
{
  double dx = bx - ax, dy = by - ay;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? CLAMP (((px - ax) * dx + (py - ay) * dy) / length, 0, 1) : 0;

  return hypot (px - ax - t * dx, py - ay - t * dy);
}

static gboolean
is_touched (const PsgInkStroke *stroke,
            double              x,
            double              y,
            double              radius,
            double              aspect)
{
  const PsgInkPoint *points = (const PsgInkPoint *) stroke->points->data;

  for (guint i = 0; i < stroke->points->len; i++)
    {
      const PsgInkPoint *a = &points[i > 0 ? i - 1 : 0], *b = &points[i];

      if (get_distance (x * aspect, y, a->x * aspect, a->y, b->x * aspect, b->y) <= radius + stroke->width / 2)
        return TRUE;
    }

  return FALSE;
}

static void
psg_ink_get_property (GObject    *object,
                      guint       id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  PsgInk *self = PSG_INK (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, psg_ink_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, psg_ink_get_can_redo (self));
      break;
    case PROP_EMPTY:
      g_value_set_boolean (value, psg_ink_get_empty (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
psg_ink_finalize (GObject *object)
{
  PsgInk *self = PSG_INK (object);

  g_ptr_array_unref (self->strokes);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);

  G_OBJECT_CLASS (psg_ink_parent_class)->finalize (object);
}

static void
psg_ink_class_init (PsgInkClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "can-undo", "can-redo", "empty" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = psg_ink_get_property;
  object_class->finalize = psg_ink_finalize;

  for (guint i = 1; i < N_PROPS; i++)
    properties[i] = g_param_spec_boolean (names[i], NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
psg_ink_init (PsgInk *self)
{
  self->strokes = new_state ();
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

PsgInk *
psg_ink_new (void)
{
  return g_object_new (PSG_TYPE_INK, NULL);
}

static gboolean
refuse (GError    **error,
        guint       line,
        const char *why)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               /* Translators: %u is the number of a line, %s says what is wrong in it */
               _("Drawing, line %u: %s"), line, why);

  return FALSE;
}

static gboolean
read_number (const char **text,
             double       most,
             double      *number)
{
  char *end;

  if (!g_ascii_isdigit (**text))
    return FALSE;
  *number = g_ascii_strtod (*text, &end);
  *text = end;

  return isfinite (*number) && *number >= 0 && *number <= most;
}

static gboolean
read_colour (const char  **text,
             PsgInkColour *colour)
{
  for (guint i = 0; i < PSG_N_INK_COLOURS; i++)
    {
      gsize length = strlen (colours[i].name);

      if (strncmp (*text, colours[i].name, length) != 0 || (*text)[length] != ' ')
        continue;
      *text += length + 1;
      *colour = (PsgInkColour) i;
      return TRUE;
    }

  return FALSE;
}

static gboolean
read_points (const char   *text,
             PsgInkStroke *stroke,
             guint        *n_points)
{
  while (*text == ' ' && ++*n_points <= PSG_INK_MAX_POINTS)
    {
      double x, y;

      text++;
      if (!read_number (&text, 1, &x) || *text++ != ',' || !read_number (&text, 1, &y))
        return FALSE;
      add_point (stroke, x, y);
    }

  return *text == '\0' && stroke->points->len > 0;
}

static gboolean
read_stroke (PsgInk     *self,
             const char *text,
             guint       line,
             guint      *n_points,
             GError    **error)
{
  PsgInkColour colour;
  double width;
  PsgInkStroke *stroke;

  if (self->strokes->len == PSG_INK_MAX_STROKES)
    return refuse (error, line, _("there are too many lines"));
  if (!read_colour (&text, &colour))
    return refuse (error, line, _("there is no such colour"));
  if (!read_number (&text, MAX_WIDTH, &width))
    return refuse (error, line, _("the width is not a number from 0 to 0.1"));

  stroke = new_stroke (colour, width);
  g_ptr_array_add (self->strokes, stroke);

  return read_points (text, stroke, n_points) || refuse (error, line, _("a point is not two numbers from 0 to 1"));
}

/**
 * psg_ink_parse:
 * @text: as of psg_ink_to_string()
 * @error: return location for a %G_IO_ERROR_INVALID_DATA, which names the line
 *
 * Returns: (transfer full) (nullable): what it says, with nothing to undo
 */
PsgInk *
psg_ink_parse (const char *text,
               GError    **error)
{
  g_autoptr (PsgInk) self = psg_ink_new ();
  guint n_points = 0, line = 1;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *at = text, *end; *at != '\0'; at = end + (*end == '\n'), line++)
    {
      g_autofree char *stroke = NULL;

      end = at + strcspn (at, "\n");
      stroke = g_strndup (at, end - at);
      if (!read_stroke (self, stroke, line, &n_points, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

static void
append_number (GString    *text,
               const char *before,
               double      number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, before);
  g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, DECIMALS, number));
}

char *
psg_ink_to_string (PsgInk *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (PSG_IS_INK (self), NULL);

  for (guint i = 0; i < self->strokes->len; i++)
    {
      const PsgInkStroke *stroke = g_ptr_array_index (self->strokes, i);

      g_string_append (text, colours[stroke->colour].name);
      append_number (text, " ", stroke->width);
      for (guint j = 0; j < stroke->points->len; j++)
        {
          const PsgInkPoint *point = &g_array_index (stroke->points, PsgInkPoint, j);

          append_number (text, " ", point->x);
          append_number (text, ",", point->y);
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

/**
 * psg_ink_get_strokes:
 * @self: ink
 *
 * Returns: (transfer none) (element-type PsgInkStroke): what is there, the lowest first
 */
GPtrArray *
psg_ink_get_strokes (PsgInk *self)
{
  g_return_val_if_fail (PSG_IS_INK (self), NULL);

  return self->strokes;
}

gboolean
psg_ink_get_empty (PsgInk *self)
{
  g_return_val_if_fail (PSG_IS_INK (self), TRUE);

  return self->strokes->len == 0;
}

gboolean
psg_ink_get_can_undo (PsgInk *self)
{
  g_return_val_if_fail (PSG_IS_INK (self), FALSE);

  return self->undo->len > 0;
}

gboolean
psg_ink_get_can_redo (PsgInk *self)
{
  g_return_val_if_fail (PSG_IS_INK (self), FALSE);

  return self->redo->len > 0;
}

/**
 * psg_ink_begin:
 * @self: ink
 * @colour: the pen
 * @width: of the line, in parts of the height of what is drawn on
 * @x: where, 0 to 1
 * @y: where, 0 to 1
 *
 * The pen is set down. It draws with psg_ink_extend() until psg_ink_end().
 */
void
psg_ink_begin (PsgInk      *self,
               PsgInkColour colour,
               double       width,
               double       x,
               double       y)
{
  g_return_if_fail (PSG_IS_INK (self));
  g_return_if_fail (colour < PSG_N_INK_COLOURS);

  psg_ink_end (self);
  keep_state (self);
  self->line = new_stroke (colour, width);
  add_point (self->line, x, y);
  g_ptr_array_add (self->strokes, self->line);
  notify_all (self);
}

void
psg_ink_extend (PsgInk *self,
                double  x,
                double  y)
{
  g_return_if_fail (PSG_IS_INK (self));

  if (self->line == NULL)
    return;

  add_point (self->line, x, y);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * psg_ink_end:
 * @self: ink
 *
 * Pen or eraser is lifted.
 */
void
psg_ink_end (PsgInk *self)
{
  g_return_if_fail (PSG_IS_INK (self));

  self->line = NULL;
  self->erasing = FALSE;
}

/**
 * psg_ink_erase:
 * @self: ink
 * @x: where, 0 to 1
 * @y: where, 0 to 1
 * @radius: of the eraser, in parts of the height
 * @aspect: how many times as wide as high what is drawn on is
 *
 * Takes away every stroke that is touched. Until psg_ink_end() that is one change.
 */
void
psg_ink_erase (PsgInk *self,
               double  x,
               double  y,
               double  radius,
               double  aspect)
{
  gboolean erased = FALSE;

  g_return_if_fail (PSG_IS_INK (self));

  self->line = NULL;
  for (guint i = self->strokes->len; i > 0; i--)
    {
      if (!is_touched (g_ptr_array_index (self->strokes, i - 1), x, y, radius, aspect))
        continue;
      if (!self->erasing)
        keep_state (self);
      self->erasing = erased = TRUE;
      g_ptr_array_remove_index (self->strokes, i - 1);
    }

  if (erased)
    notify_all (self);
}

void
psg_ink_clear (PsgInk *self)
{
  g_return_if_fail (PSG_IS_INK (self));

  psg_ink_end (self);
  if (self->strokes->len == 0)
    return;

  keep_state (self);
  g_ptr_array_set_size (self->strokes, 0);
  notify_all (self);
}

/**
 * psg_ink_undo:
 * @self: ink
 *
 * Returns: whether there was anything to undo
 */
gboolean
psg_ink_undo (PsgInk *self)
{
  g_return_val_if_fail (PSG_IS_INK (self), FALSE);

  return step (self, self->undo, self->redo);
}

gboolean
psg_ink_redo (PsgInk *self)
{
  g_return_val_if_fail (PSG_IS_INK (self), FALSE);

  return step (self, self->redo, self->undo);
}

const char *
psg_ink_colour_to_string (PsgInkColour colour)
{
  g_return_val_if_fail (colour < PSG_N_INK_COLOURS, NULL);

  return colours[colour].name;
}

/**
 * psg_ink_colour_get_label:
 * @colour: a pen
 *
 * Returns: its name in the person's language
 */
const char *
psg_ink_colour_get_label (PsgInkColour colour)
{
  g_return_val_if_fail (colour < PSG_N_INK_COLOURS, NULL);

  return _(colours[colour].label);
}
