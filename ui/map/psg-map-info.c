/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-info.h"

#include <glib/gi18n.h>

#include "psg-region-map.h"
#include "psg-ui.h"

/* The line of credits the licences ask for, and a popover that tells of the offline
 * map's layers. It does not draw the map, and knows no other source. */

/* What there is beside the credits, their edges and a button; pixels. */
#define BESIDE 44
#define MIN_CHARS 10

struct _PsgMapInfo
{
  GtkWidget parent_instance;

  GtkLabel *credits;
  GtkGrid  *layers;
};

typedef struct
{
  const char *layer;
  const char *text;
  const char *source;
} Layer;

/* Beside the README of data/basemap, which says more. */
static const Layer layers[] = {
  { N_("Borders, coast"), N_("Within 10 m of the source."),
    "© OpenStreetMap contributors, ODbL 1.0" },
  { N_("Lakes, rivers"), N_("Up to 1 km off. Of small lakes only place and size are right."),
    "© OpenStreetMap contributors, ODbL 1.0 · GSHHG, LGPL 3" },
  { N_("Towns"), N_("Names around the border were checked by hand."),
    "GeoNames, CC BY 4.0" },
  { N_("Roads"), N_("Schematic: they show which towns are linked, not where the road runs. 1 to 5 km off."),
    "GeoNames, CC BY 4.0" },
  { N_("Beyond"), N_("Land outside the region is coarse, about 5 km off."),
    "Natural Earth" },
};

G_DEFINE_FINAL_TYPE (PsgMapInfo, psg_map_info, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_layer (PsgMapInfo  *self,
           const Layer *layer,
           int          row)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  gtk_box_append (GTK_BOX (words), new_label (_(layer->text), NULL));
  gtk_box_append (GTK_BOX (words), new_label (layer->source, "map-source"));
  gtk_grid_attach (self->layers, new_label (_(layer->layer), "heading"), 0, row, 1, 1);
  gtk_grid_attach (self->layers, words, 1, row, 1, 1);
}

/* As the label counts; in Pango units. */
static int
get_character_width (PsgMapInfo *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->credits));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                   pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);

  return MAX (width, 1);
}

/* The credits on one line, pixels. */
static int
get_line_width (PsgMapInfo *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->credits),
                                                                   gtk_label_get_text (self->credits));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

static void
psg_map_info_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (psg_map_info_parent_class)->dispose (object);
}

static void
psg_map_info_class_init (PsgMapInfoClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_map_info_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, PSG_RESOURCE_PREFIX "/map/psg-map-info.ui");
  gtk_widget_class_bind_template_child (widget_class, PsgMapInfo, credits);
  gtk_widget_class_bind_template_child (widget_class, PsgMapInfo, layers);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mapinfo");
}

static void
psg_map_info_init (PsgMapInfo *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_label (self->credits, PSG_REGION_MAP_CREDITS);

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    add_layer (self, &layers[i], i);
}

/**
 * psg_map_info_new:
 *
 * Returns: (transfer floating): the credits
 */
GtkWidget *
psg_map_info_new (void)
{
  return g_object_new (PSG_TYPE_MAP_INFO, NULL);
}

/**
 * psg_map_info_set_room:
 * @self: the map's credits
 * @width: how wide the map is, pixels
 *
 * Where they do not fit on a line they are broken, and never cut: the licences ask for all of them.
 */
void
psg_map_info_set_room (PsgMapInfo *self,
                       int         width)
{
  int room = MAX (width - BESIDE, 0), chars = -1;

  g_return_if_fail (PSG_IS_MAP_INFO (self));

  if (get_line_width (self) > room)
    chars = MAX (room * PANGO_SCALE / get_character_width (self), MIN_CHARS);
  gtk_label_set_max_width_chars (self->credits, chars);
}

/**
 * psg_map_info_get_credits:
 * @self: the map's credits
 *
 * Returns: (transfer none): the line of credits, which other maps laid over this one add to
 */
GtkLabel *
psg_map_info_get_credits (PsgMapInfo *self)
{
  g_return_val_if_fail (PSG_IS_MAP_INFO (self), NULL);

  return self->credits;
}
