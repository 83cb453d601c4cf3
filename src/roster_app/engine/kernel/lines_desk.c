/* Room to work in, kept from one pricing to the next. */
#include "lines_pricing.h"

void *desk_new(void) { return calloc(1, sizeof(Desk)); }

void desk_free(void *desk) {
    Desk *d = desk;
    free(d->states);
    free(d->moves);
    free(d->layer);
    free(d->priced);
    free(d->values);
    free(d->index);
    free(d->mask);
    free(d->outside);
    free(d->amounts);
    free(d->touched);
    free(d->bits);
    free(d->chain);
    free(d->chain_points);
    free(d->kept);
    free(d);
}
