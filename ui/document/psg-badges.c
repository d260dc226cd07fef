/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-badges.h"

#include "psg-tint.h"

/* A letter for confidence, a pill for a verdict. */

/**
 * psg_confidence_badge_new:
 * @confidence: `A`, `B` or `C`
 *
 * Returns: (transfer floating): the letter, with what it means as its tooltip and accessible name
 */
GtkWidget *
psg_confidence_badge_new (char confidence)
{
  const char text[] = { confidence, '\0' };
  const char *meaning = psg_confidence_get_label (confidence);
  GtkWidget *badge = gtk_label_new (text);

  gtk_widget_add_css_class (badge, "confidence-badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (badge, meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (badge), GTK_ACCESSIBLE_PROPERTY_LABEL, meaning, -1);

  return badge;
}

static const char *
get_sign (PsgVerdictDegree degree)
{
  switch (degree)
    {
    case PSG_VERDICT_HOLDS:
      return "✓";
    case PSG_VERDICT_PARTLY:
      return "≈";
    case PSG_VERDICT_DISPUTED:
      return "≠";
    case PSG_VERDICT_OPEN:
    default:
      return "?";
    }
}

/**
 * psg_verdict_pill_new:
 * @verdict: one of the fixed list
 *
 * Returns: (transfer floating): the verdict with its sign, in its degree's colour
 */
GtkWidget *
psg_verdict_pill_new (const char *verdict)
{
  PsgVerdictDegree degree = psg_verdict_get_degree (verdict);
  const char *name = psg_verdict_get_label (verdict);
  GtkWidget *pill = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = gtk_label_new (get_sign (degree));
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (pill, "verdict-pill");
  gtk_widget_add_css_class (sign, "verdict-sign");
  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  psg_tint_verdict (GTK_LABEL (sign), degree);
  psg_tint_verdict (GTK_LABEL (label), degree);

  gtk_box_append (GTK_BOX (pill), sign);
  gtk_box_append (GTK_BOX (pill), label);

  return pill;
}
