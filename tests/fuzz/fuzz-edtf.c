/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-edtf.h"

#include <stdint.h>

/* For libFuzzer: whatever the bytes are, they are a date or an error, and a
 * date can be written again. Build with clang -fsanitize=fuzzer,address. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgEdtf) edtf = psg_edtf_parse (text, &error);

  g_assert ((edtf == NULL) == (error != NULL));

  if (edtf != NULL)
    {
      g_autofree char *again = psg_edtf_format (edtf);
      g_autofree char *words = psg_edtf_format_display (edtf);
      g_autofree char *brief = psg_edtf_format_short (edtf);
      g_autoptr (PsgEdtf) same = psg_edtf_parse (again, NULL);

      g_assert (same != NULL);
      g_assert (words != NULL && brief != NULL);
      g_assert (psg_edtf_get_earliest (same) == psg_edtf_get_earliest (edtf));
      g_assert (psg_edtf_get_latest (same) == psg_edtf_get_latest (edtf));
    }

  return 0;
}
