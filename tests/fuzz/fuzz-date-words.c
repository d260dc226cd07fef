/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-date-words.h"

#include <stdint.h>

/* For libFuzzer: whatever the bytes are, they are a date or an error with a
 * sentence, and a date can be put into words. Build with clang
 * -fsanitize=fuzzer,address. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (PsgDateNames) names = psg_date_names_new_for_locale ();
  PsgDateContext context = { names, 2024, 19783 };
  g_autoptr (GError) error = NULL;
  PsgDateOrder order;
  g_autoptr (PsgEdtf) date = psg_date_words_parse (text, &context, &order, &error);

  g_assert ((date == NULL) == (error != NULL));

  if (date != NULL)
    {
      g_autofree char *words = psg_date_words_describe (date, order);

      g_assert (g_utf8_validate (words, -1, NULL) && *words != '\0');
    }
  else
    {
      g_assert (error->domain == PSG_DATE_WORDS_ERROR);
      g_assert (g_utf8_validate (error->message, -1, NULL) && *error->message != '\0');
    }

  return 0;
}
