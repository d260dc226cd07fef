/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-playback-captions.h"

#include <glib/gi18n.h>

#include "psg-caption-card.h"

/*
 * Follows a player's captions with cards that come and go, and tells it for how many
 * there is room. The date is read first, and what happened right below it; in the middle
 * of the map the cards would hide what is to be seen there. A new card pushes the others
 * down, so that none moves when the oldest goes.
 */

#define FADE_MS 250

/* How wide cards are, in heights of a line. They leave the better half of the map free,
 * but are no narrower for that than so many pixels. */
#define WIDTH_LINES 20
#define WIDTH_SHARE 0.45
#define NARROW_WIDTH 304
/* How far they stay from the sides, and how much the legend below takes. */
#define SIDE 10
#define BOTTOM 64
/* What the date in the corner takes: so many pixels, and so many lines of text. */
#define BADGE_PIXELS 41
#define BADGE_LINES 2.36
/* The same of a card with a title of one line, a date and a status. */
#define CARD_PIXELS 22
#define CARD_LINES 2.9

#define ID_KEY "psg-caption-id"

struct _PsgPlaybackCaptions
{
  GtkWidget parent_instance;

  PsgPlayer *player;
  GtkWidget *more; /* the last child; the others hold cards, the newest first */
  guint last_id;   /* of the newest caption there is a card for */
  guint room;      /* for so many cards, when they were last laid out */
};

G_DEFINE_FINAL_TYPE (PsgPlaybackCaptions, psg_playback_captions, GTK_TYPE_WIDGET)

static guint
get_id (GtkWidget *holder)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (holder), ID_KEY));
}

static gboolean
still_stands (PsgPlaybackCaptions *self,
              guint                id)
{
  GPtrArray *captions = psg_player_get_captions (self->player);

  for (guint i = 0; i < captions->len; i++)
    if (((PsgCaption *) g_ptr_array_index (captions, i))->id == id)
      return TRUE;

  return FALSE;
}

/* Callbacks */

static gboolean
remove_cb (gpointer holder)
{
  if (gtk_widget_get_parent (holder) != NULL)
    gtk_widget_unparent (holder);

  return G_SOURCE_REMOVE;
}

/* One for which there is no room any more has faded at once, while cards are laid out:
 * then none may be taken out. */
static void
faded_cb (GtkWidget *holder)
{
  if (!gtk_revealer_get_child_revealed (GTK_REVEALER (holder)))
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, remove_cb, g_object_ref (holder), g_object_unref);
}

static void
clicked_cb (GtkWidget *card,
            gpointer   happening)
{
  GtkWidget *self = gtk_widget_get_ancestor (card, PSG_TYPE_PLAYBACK_CAPTIONS);

  psg_player_choose (PSG_PLAYBACK_CAPTIONS (self)->player, happening);
}

static void
release_happening (gpointer  happening,
                   GClosure *closure)
{
  psg_happening_unref (happening);
}

/* Cards */

static void
hide_card (GtkWidget *holder)
{
  if (!gtk_revealer_get_reveal_child (GTK_REVEALER (holder)))
    return;

  gtk_widget_set_can_target (holder, FALSE);
  gtk_widget_set_can_focus (holder, FALSE);
  gtk_revealer_set_transition_type (GTK_REVEALER (holder), GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  g_signal_connect (holder, "notify::child-revealed", G_CALLBACK (faded_cb), NULL);
  gtk_revealer_set_reveal_child (GTK_REVEALER (holder), FALSE);
  faded_cb (holder);
}

static GtkWidget *
add_card (PsgPlaybackCaptions *self,
          const PsgCaption    *caption,
          GtkWidget           *after)
{
  GtkWidget *holder = gtk_revealer_new ();
  GtkWidget *card = psg_caption_card_new (psg_player_get_session (self->player), caption->happening,
                                          self->room < 2);

  g_signal_connect_data (card, "clicked", G_CALLBACK (clicked_cb), psg_happening_ref (caption->happening),
                         release_happening, 0);
  gtk_revealer_set_transition_type (GTK_REVEALER (holder), GTK_REVEALER_TRANSITION_TYPE_SLIDE_DOWN);
  gtk_revealer_set_transition_duration (GTK_REVEALER (holder), FADE_MS);
  gtk_revealer_set_child (GTK_REVEALER (holder), card);
  g_object_set_data (G_OBJECT (holder), ID_KEY, GUINT_TO_POINTER (caption->id));
  gtk_widget_insert_after (holder, GTK_WIDGET (self), after);
  gtk_revealer_set_reveal_child (GTK_REVEALER (holder), TRUE);

  return holder;
}

static void
remove_cards (PsgPlaybackCaptions *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child != NULL && child != self->more)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (!still_stands (self, get_id (child)))
        hide_card (child);
      child = next;
    }
}

/* Says what is new, and only that. */
static void
announce (PsgPlaybackCaptions *self,
          const char          *text)
{
  if (*text != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* What comes at once is read in its order. */
static void
add_cards (PsgPlaybackCaptions *self)
{
  GPtrArray *captions = psg_player_get_captions (self->player);
  g_autoptr (GString) news = g_string_new (NULL);
  GtkWidget *last = NULL;

  for (guint i = 0; i < captions->len; i++)
    {
      const PsgCaption *caption = g_ptr_array_index (captions, i);
      g_autofree char *text = NULL;

      if (caption->id <= self->last_id)
        continue;

      text = psg_caption_card_describe (psg_player_get_session (self->player), caption->happening);
      g_string_append_printf (news, "%s%s", news->len > 0 ? "; " : "", text);
      last = add_card (self, caption, last);
      self->last_id = caption->id;
    }

  announce (self, news->str);
}

static void
show_more (PsgPlaybackCaptions *self)
{
  guint n = psg_player_get_n_more (self->player);
  /* Translators: below some captions of what happened: so many things happened that have none */
  g_autofree char *text = g_strdup_printf (ngettext ("and %'u more", "and %'u more", n), n);

  gtk_widget_set_visible (self->more, n > 0);
  gtk_label_set_label (GTK_LABEL (self->more), text);
}

static void
captions_changed_cb (PsgPlaybackCaptions *self)
{
  remove_cards (self);
  add_cards (self);
  show_more (self);
}

/* Widget */

static void
psg_playback_captions_measure (GtkWidget     *widget,
                               GtkOrientation orientation,
                               int            for_size,
                               int           *minimum,
                               int           *natural,
                               int           *minimum_baseline,
                               int           *natural_baseline)
{
  /* It takes what it is laid over. */
  *minimum = *natural = 0;
}

static int
get_card_width (int    width,
                double line)
{
  double wanted = MIN (WIDTH_LINES * line, MAX (NARROW_WIDTH, WIDTH_SHARE * width));

  return (int) CLAMP (wanted, 0, MAX (0, width - 2 * SIDE));
}

static double
get_line_height (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double height = pango_font_metrics_get_height (metrics) / (double) PANGO_SCALE;

  pango_font_metrics_unref (metrics);

  return height;
}

/* Allocates a child below @top; returns where it ends. One for which there is no room
 * above @bottom is not shown, unless it must be. */
static int
hang (GtkWidget *child,
      int        top,
      int        bottom,
      int        width,
      gboolean   always)
{
  gboolean fits;
  int least, height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  width = MAX (least, width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  fits = always || top + height <= bottom;
  gtk_widget_set_child_visible (child, fits);
  if (!fits)
    return top;

  gtk_widget_size_allocate (child, &(GtkAllocation) { SIDE, top, width, height }, -1);

  return top + height;
}

static void
psg_playback_captions_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  PsgPlaybackCaptions *self = PSG_PLAYBACK_CAPTIONS (widget);
  double line = get_line_height (widget);
  int top = (int) (BADGE_PIXELS + BADGE_LINES * line);
  int bottom = height - BOTTOM;
  int card_width = get_card_width (width, line);

  self->room = (guint) MAX (1, (bottom - top) / (CARD_PIXELS + CARD_LINES * line));
  psg_player_set_room (self->player, self->room);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      top = hang (child, top, bottom, card_width, child == gtk_widget_get_first_child (widget));
}

/* Only its cards are in the way of the map. */
static gboolean
psg_playback_captions_contains (GtkWidget *widget,
                                double     x,
                                double     y)
{
  return FALSE;
}

static void
psg_playback_captions_dispose (GObject *object)
{
  PsgPlaybackCaptions *self = PSG_PLAYBACK_CAPTIONS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->player);

  G_OBJECT_CLASS (psg_playback_captions_parent_class)->dispose (object);
}

static void
psg_playback_captions_class_init (PsgPlaybackCaptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_playback_captions_dispose;
  widget_class->measure = psg_playback_captions_measure;
  widget_class->size_allocate = psg_playback_captions_size_allocate;
  widget_class->contains = psg_playback_captions_contains;

  gtk_widget_class_set_css_name (widget_class, "captions");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
psg_playback_captions_init (PsgPlaybackCaptions *self)
{
  self->more = gtk_label_new (NULL);
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  gtk_widget_set_can_target (self->more, FALSE);
  gtk_widget_set_visible (self->more, FALSE);
  gtk_widget_add_css_class (self->more, "map-chrome");
  gtk_widget_add_css_class (self->more, "caption-more");
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

/**
 * psg_playback_captions_new:
 * @player: whose captions
 *
 * Returns: (transfer floating): a widget to lay over another
 */
GtkWidget *
psg_playback_captions_new (PsgPlayer *player)
{
  PsgPlaybackCaptions *self;

  g_return_val_if_fail (PSG_IS_PLAYER (player), NULL);

  self = g_object_new (PSG_TYPE_PLAYBACK_CAPTIONS, NULL);
  self->player = g_object_ref (player);
  g_signal_connect_object (player, "captions-changed", G_CALLBACK (captions_changed_cb), self, G_CONNECT_SWAPPED);
  captions_changed_cb (self);

  return GTK_WIDGET (self);
}
