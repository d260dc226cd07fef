/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-reader-layout.h"

/* What stands above a text: see the header. All of it is a function of the room there is, so that nothing has to be
 * told when a window becomes lower. */

/* With less than this above and below, in pixels, a line for the kind of document costs more than it tells. */
#define LOW 300
#define SPACING 6

enum
{
  FACTS,
  TOOLS,
  SUBJECT,
  FIND,
  TEXT,
  N_PARTS
};

struct _PsgReaderLayout
{
  GtkLayoutManager parent_instance;

  GtkWidget *parts[N_PARTS]; /* borrowed: children of the widget this lays out */
  int measure;               /* how wide what stands above the text is at most */
};

G_DEFINE_FINAL_TYPE (PsgReaderLayout, psg_reader_layout, GTK_TYPE_LAYOUT_MANAGER)

static gboolean
is_there (PsgReaderLayout *self,
          int              part)
{
  return self->parts[part] != NULL && gtk_widget_get_visible (self->parts[part]);
}

static int
get_width (PsgReaderLayout *self,
           int              part,
           gboolean         minimum)
{
  int least = 0, natural = 0;

  if (is_there (self, part))
    gtk_widget_measure (self->parts[part], GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);

  return minimum ? least : natural;
}

static int
get_height (PsgReaderLayout *self,
            int              part,
            int              width,
            gboolean         minimum)
{
  int least = 0, natural = 0;

  if (is_there (self, part))
    gtk_widget_measure (self->parts[part], GTK_ORIENTATION_VERTICAL, width, &least, &natural, NULL, NULL);

  return minimum ? least : natural;
}

/* What stands beside the tools, or N_PARTS. */
static int
get_first (PsgReaderLayout *self,
           gboolean         low)
{
  if (low && is_there (self, SUBJECT))
    return SUBJECT;

  return low && !is_there (self, TOOLS) ? N_PARTS : FACTS;
}

static int
get_tools_width (PsgReaderLayout *self)
{
  return is_there (self, TOOLS) ? SPACING + get_width (self, TOOLS, FALSE) : 0;
}

static int
get_first_width (PsgReaderLayout *self,
                 int              width)
{
  return MAX (0, width - get_tools_width (self));
}

static int
get_line_height (PsgReaderLayout *self,
                 int              width,
                 gboolean         low)
{
  int first = get_first (self, low);
  int height = first != N_PARTS ? get_height (self, first, get_first_width (self, width), FALSE) : 0;

  return MAX (height, get_height (self, TOOLS, -1, FALSE));
}

static int
measure_height (PsgReaderLayout *self,
                int              width,
                gboolean         low)
{
  int height = get_line_height (self, width, low) + get_height (self, FIND, width, FALSE);

  if (get_first (self, low) != SUBJECT)
    height += get_height (self, SUBJECT, width, FALSE);

  return height + get_height (self, TEXT, width, low);
}

static void
measure_width (PsgReaderLayout *self,
               int             *minimum,
               int             *natural)
{
  int tools = get_tools_width (self);

  *minimum = MAX (get_width (self, FACTS, TRUE), get_width (self, SUBJECT, TRUE)) + tools;
  *natural = MAX (get_width (self, FACTS, FALSE), get_width (self, SUBJECT, FALSE)) + tools;
  for (int part = FIND; part <= TEXT; part++)
    {
      *minimum = MAX (*minimum, get_width (self, part, TRUE));
      *natural = MAX (*natural, get_width (self, part, FALSE));
    }
}

static void
psg_reader_layout_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  PsgReaderLayout *self = PSG_READER_LAYOUT (manager);
  int width = for_size >= 0 ? MIN (for_size, self->measure) : self->measure;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }

  *minimum = MIN (measure_height (self, width, TRUE), measure_height (self, width, FALSE));
  *natural = MAX (*minimum, measure_height (self, width, FALSE));
}

/* Returns: where it ends. */
static int
place (PsgReaderLayout *self,
       int              part,
       GtkAllocation    area,
       int              whole)
{
  GtkWidget *widget = self->parts[part];

  if (!is_there (self, part))
    return area.y;

  gtk_widget_set_child_visible (widget, TRUE);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    area.x = whole - area.x - area.width;
  gtk_widget_size_allocate (widget, &area, -1);

  return area.y + area.height;
}

static void
psg_reader_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  PsgReaderLayout *self = PSG_READER_LAYOUT (manager);
  gboolean low = height < LOW;
  int inner = MIN (width, self->measure), left = (width - inner) / 2;
  int first = get_first (self, low), first_width = get_first_width (self, inner);
  int line = get_line_height (self, inner, low);
  int tools = get_width (self, TOOLS, FALSE);
  int y = line;

  if (first != N_PARTS)
    place (self, first, (GtkAllocation) { left, 0, first_width, line }, width);
  if (first != FACTS && self->parts[FACTS] != NULL)
    gtk_widget_set_child_visible (self->parts[FACTS], FALSE);
  place (self, TOOLS, (GtkAllocation) { left + inner - tools, 0, tools, line }, width);
  if (first != SUBJECT)
    y = place (self, SUBJECT, (GtkAllocation) { left, y, inner, get_height (self, SUBJECT, inner, FALSE) }, width);
  y = place (self, FIND, (GtkAllocation) { left, y, inner, get_height (self, FIND, inner, FALSE) }, width);
  place (self, TEXT, (GtkAllocation) { 0, y, width, MAX (height - y, get_height (self, TEXT, width, TRUE)) }, width);
}

static GtkSizeRequestMode
psg_reader_layout_get_request_mode (GtkLayoutManager *manager,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
psg_reader_layout_class_init (PsgReaderLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = psg_reader_layout_measure;
  manager_class->allocate = psg_reader_layout_allocate;
  manager_class->get_request_mode = psg_reader_layout_get_request_mode;
}

static void
psg_reader_layout_init (PsgReaderLayout *self)
{
  self->measure = G_MAXINT;
}

/**
 * psg_reader_layout_new:
 * @facts: (nullable): what the document is
 * @tools: (nullable): what can be done with it
 * @subject: (nullable): what it is read for
 * @find: (nullable): what is looked for in it
 * @text: (nullable): the text
 *
 * Returns: (transfer full): a layout for a widget with these children
 */
GtkLayoutManager *
psg_reader_layout_new (GtkWidget *facts,
                       GtkWidget *tools,
                       GtkWidget *subject,
                       GtkWidget *find,
                       GtkWidget *text)
{
  PsgReaderLayout *self = g_object_new (PSG_TYPE_READER_LAYOUT, NULL);

  self->parts[FACTS] = facts;
  self->parts[TOOLS] = tools;
  self->parts[SUBJECT] = subject;
  self->parts[FIND] = find;
  self->parts[TEXT] = text;

  return GTK_LAYOUT_MANAGER (self);
}

/**
 * psg_reader_layout_set_measure:
 * @self: a layout
 * @measure: how wide what stands above the text is at most, in pixels
 */
void
psg_reader_layout_set_measure (PsgReaderLayout *self,
                               int              measure)
{
  g_return_if_fail (PSG_IS_READER_LAYOUT (self));

  if (measure == self->measure)
    return;

  self->measure = measure;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}
