/* The best line of one person: states are laid out forwards, values come backwards, the line is read off forwards. */
#include "lines.h"

#include <stdlib.h>
#include <string.h>

#define MOST_BITS 6             /* groups open at once */
#define ARC_GROUPS 4
#define MOST_INNER (1 << 20)    /* values of a row */
#define MOST_TURNS 12           /* of raising surcharges */

typedef struct {
    i32 order, flags;
    i32 moves, moves_end;
    i32 before_least, before_most, rest_least, rest_most;  /* of the first total, in units, until here and from here */
    i32 low, high;              /* rows kept: totals from which an end can be reached; low > high: none */
    i64 at;                     /* its values */
} State;

typedef struct {
    i32 to, need, points, outer, inner;
} Way;

typedef struct {
    i32 points, option;         /* the cheapest option under the prices, scaled; INFINITE: none */
    i32 outer, inner;           /* growth of totals without groups */
    i32 groups, bit[ARC_GROUPS], group_outer[ARC_GROUPS], group_inner[ARC_GROUPS];
} Priced;

typedef struct {                /* a total that is part of the state */
    i32 total, outside, size, padded, stride;
} Axis;

typedef struct {
    Lines *l;
    const Form *f;
    Person *p;
    struct Desk *d;
    const i32 *prices;
    const i32 *must;            /* [slots] the need that has to be held there, -1 none, MAY_BE_ANY; NULL: any everywhere */
    i32 *line;
    i32 from, to;
    i32 paced;                  /* only what has been walked counts, and totals keep pace with it */
    i32 begin;                  /* order state at `from` */
    i32 axes, inner, tail;      /* axis 0 is the outer one */
    Axis axis[MOST_TOTALS];
    void (*relax)(i32 *restrict out, const i32 *restrict next, i32 points, i64 n);
    u64 dropped;                /* totals that did not fit */
    i32 states, moves;
    i64 cells;
} Pricing;

typedef struct Desk {
    State *states;
    i64 states_room;
    Way *moves;
    i64 moves_room;
    i32 *layer;                 /* [slots + 2] first state of each */
    i64 layer_room;
    Priced *priced;
    i64 priced_room;
    i32 *values;
    i64 values_room;
    i32 *index;                 /* state of an order state and flags in the layer being built */
    i64 index_room;
    i32 *mask;                  /* [inner] LIMIT, or INT32_MIN where a cell is only padding */
    i64 mask_room;
    i32 *outside;               /* [totals] */
    i64 outside_room;
    uint8_t *touched;           /* [groups] by the line outside the window */
    i64 touched_room;
    i32 *bits;                  /* [groups] bit while open, -1 */
    i64 bits_room;
    i32 *chain, *chain_points;
    i64 chain_room, chain_points_room;
    i32 *kept;                  /* [slots] */
    i64 kept_room;
    Pricing last;               /* whose values these are */
} Desk;

#define GROW(desk, field, n)                                                                                          \
    do {                                                                                                              \
        if ((desk)->field##_room < (i64)(n)) {                                                                        \
            (desk)->field##_room = (i64)(n) + (n) / 2 + 64;                                                           \
            (desk)->field = realloc((desk)->field, sizeof(*(desk)->field) * (size_t)(desk)->field##_room);            \
        }                                                                                                             \
    } while (0)

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
    free(d->touched);
    free(d->bits);
    free(d->chain);
    free(d->chain_points);
    free(d->kept);
    free(d);
}

/* --- what lies outside the window ---------------------------------------------------------------------------------- */

static i32 symbol_at(const Pricing *x, i32 slot) {
    i32 need = x->line[slot];
    return need < 0 ? order_symbols(x->p->order) : order_symbol(x->p->order, x->f->need_watch[need]);
}

static i32 total_of(const Person *p, i32 counter) {
    for (i32 i = 0; i < p->totals; i++)
        if (p->total[i].counter == counter) return i;
    return -1;
}

static void count_duty(const Pricing *x, i32 watch, i32 *amounts, uint8_t *touched) {
    const Form *f = x->f;
    for (i32 i = f->watch_counters[watch]; i < f->watch_counters[watch + 1]; i++) {
        i32 total = total_of(x->p, f->counter_of[i]);
        if (total >= 0) amounts[total] += f->counter_amount[i];
    }
    for (i32 i = f->watch_groups[watch]; i < f->watch_groups[watch + 1]; i++) {
        i32 g = f->group_of[i], total = total_of(x->p, f->group_counter[g]);
        if (!touched[g]++ && total >= 0) amounts[total]++;
    }
}

static i32 look_outside(Pricing *x) {
    const Form *f = x->f;
    GROW(x->d, outside, x->p->totals + 1);
    GROW(x->d, touched, f->groups + 1);
    memset(x->d->outside, 0, sizeof(i32) * (x->p->totals + 1));
    memset(x->d->touched, 0, (size_t)f->groups + 1);
    x->begin = order_begin(x->p->order);
    for (i32 t = 0; t < f->slots; t++) {
        if (t == x->from) t = x->paced ? f->slots : x->to;
        if (t == f->slots) break;
        if (x->line[t] >= 0) count_duty(x, f->need_watch[x->line[t]], x->d->outside, x->d->touched);
    }
    for (i32 t = 0; t < x->from; t++) {
        x->begin = order_step(x->p->order, t, x->begin, symbol_at(x, t)).state;
        if (x->begin < 0) return 0;
    }
    return 1;
}

/* --- the totals that are part of the state ----------------------------------------------------------------------------- */

/* Keeping pace: how much a total may be at the end of the window, give or take two duties from its share of the slots
 * walked so far. */
typedef struct {
    i64 least, most;
} Pace;

static Pace pace_of(const Pricing *x, const Total *t) {
    const Form *f = x->f;
    i64 at = (i64)x->p->person * f->counters + t->counter;
    i64 reach = t->reach[f->slots], now = t->reach[x->to], span = 2 * t->step;
    i64 most = f->counter_most[at] - f->counter_base[at], least = f->counter_least[at] - f->counter_base[at];
    Pace pace = {INT32_MIN, most};
    if (reach > 0 && most < reach && most * now / reach + span < most) pace.most = most * now / reach + span;
    if (reach > 0 && least > 0) pace.least = (least * now + reach - 1) / reach - span;
    return pace;
}

/* What a total costs; keeping pace: forbidden where it is out of step. */
static i64 points_of(const Pricing *x, const Total *t, i32 amount) {
    if (!x->paced) return total_points(x->l, x->p, t, amount);
    Pace pace = pace_of(x, t);
    return amount > pace.most || amount < pace.least ? NEVER : 0;
}

static i32 growth(const Pricing *x, const Total *t) {
    return t->reach[x->to] - (t->reach + x->f->slots + 1)[x->from];
}

static i32 binds(const Pricing *x, i32 i) {
    const Total *t = x->p->total + i;
    i32 outside = x->d->outside[i];
    return points_of(x, t, outside) || points_of(x, t, outside + growth(x, t));
}

static void add_axis(Pricing *x, i32 i) {
    const Total *t = x->p->total + i;
    if (x->axes == MOST_TOTALS || x->dropped >> i & 1) {
        x->dropped |= 1ULL << i;
        return;
    }
    i64 most_ever = x->paced && !x->p->broken ? pace_of(x, t).most : t->most, left = most_ever - x->d->outside[i];
    i32 most = growth(x, t) < left ? growth(x, t) : (i32)left;
    x->axis[x->axes++] = (Axis){i, x->d->outside[i], (most < 0 ? 0 : most) / t->unit + 1, 0, 0};
}

static void choose_axes(Pricing *x) {
    x->axes = 0;
    for (i32 pass = 0; pass < 3; pass++) /* both-sided first, then what is counted by groups or tight, then what showed to bind */
        for (i32 i = 0; i < x->p->totals && i < MOST_WATCHED; i++) {
            const Total *t = x->p->total + i;
            i32 own = t->two_sided ? 0 : t->strong ? 1 : x->p->chosen >> i & 1 ? 2 : 3;
            if (own == pass && binds(x, i)) add_axis(x, i);
        }
    for (i32 i = 1; i < x->axes; i++) /* the longest outside, for its rows are trimmed */
        if (x->axis[i].size > x->axis[0].size) {
            Axis moved = x->axis[0];
            x->axis[0] = x->axis[i];
            x->axis[i] = moved;
        }
}

static i32 axis_of(const Pricing *x, i32 counter) {
    for (i32 i = 0; i < x->axes; i++)
        if (x->p->total[x->axis[i].total].counter == counter) return i;
    return -1;
}

/* How the axes but the first lie in a row of values; `inner` is 0 if they are too many. */
static void find_pads(Pricing *x) {
    const Form *f = x->f;
    i32 step[MOST_TOTALS] = {0};
    for (i32 a = x->p->arc_first[x->from]; a < x->p->arc_first[x->to]; a++) {
        i32 own[MOST_TOTALS] = {0}, w = x->p->arcs[a].watch;
        if (w < 0) continue;
        for (i32 i = f->watch_counters[w]; i < f->watch_counters[w + 1]; i++) {
            i32 axis = axis_of(x, f->counter_of[i]);
            if (axis >= 0) own[axis] += f->counter_amount[i] / x->p->total[x->axis[axis].total].unit;
        }
        for (i32 i = f->watch_groups[w]; i < f->watch_groups[w + 1]; i++) {
            i32 axis = axis_of(x, f->group_counter[f->group_of[i]]);
            if (axis >= 0) own[axis]++;
        }
        for (i32 i = 0; i < x->axes; i++)
            if (own[i] > step[i]) step[i] = own[i];
    }
    i64 inner = 1, tail = 0;
    for (i32 i = 1; i < x->axes; i++) {
        x->axis[i].padded = x->axis[i].size + step[i];
        x->axis[i].stride = (i32)inner;
        tail += step[i] * inner;
        inner *= x->axis[i].padded;
        if (inner > MOST_INNER || tail > MOST_INNER) break;
    }
    x->inner = inner > MOST_INNER || tail > MOST_INNER ? 0 : (i32)inner;
    x->tail = (i32)(x->inner ? tail : 0);
}

/* --- arcs under prices ----------------------------------------------------------------------------------------------------- */

/* What a duty costs more because of totals that are not part of the state. */
static i64 surcharge(const Pricing *x, i32 watch) {
    i64 points = 0;
    for (i32 i = 0; i < x->p->totals && watch >= 0; i++) {
        const Total *t = x->p->total + i;
        if (!t->surcharge || axis_of(x, t->counter) >= 0) continue;
        for (i32 k = x->f->watch_counters[watch]; k < x->f->watch_counters[watch + 1]; k++)
            if (x->f->counter_of[k] == t->counter) points += (i64)t->surcharge * (x->f->counter_amount[k] / t->unit);
    }
    return points;
}

static void price_arc(const Pricing *x, const Arc *arc, i32 must, Priced *out) {
    i32 scale = x->l->scale, turn = arc->last - arc->first > 1 ? lines_below(&x->l->dice, arc->last - arc->first) : 0;
    i64 extra = surcharge(x, arc->watch);
    out->points = INFINITE;
    for (i32 i = arc->first; i < arc->last; i++) {
        i32 at = i + turn < arc->last ? i + turn : i + turn - (arc->last - arc->first);
        const Option *own = x->p->options + at;
        if (must != MAY_BE_ANY && own->need != must) continue;
        i64 points = (i64)own->points * scale - (own->need < 0 ? 0 : x->prices[own->need]) + extra;
        if (points < out->points) {
            out->points = (i32)(points < -LIMIT ? -LIMIT : points);
            out->option = own->need;
        }
    }
    if (out->points >= LIMIT) out->points = INFINITE;
}

/* Returns the counter of a group for which there is no bit left, or -1. */
static i32 place_arc(const Pricing *x, const Arc *arc, i32 slot, i32 *bits_used, Priced *out) {
    const Form *f = x->f;
    out->outer = out->inner = out->groups = 0;
    if (arc->watch < 0) return -1;
    for (i32 i = f->watch_counters[arc->watch]; i < f->watch_counters[arc->watch + 1]; i++) {
        i32 axis = axis_of(x, f->counter_of[i]);
        if (axis < 0) continue;
        i32 units = f->counter_amount[i] / x->p->total[x->axis[axis].total].unit;
        if (axis) out->inner += units * x->axis[axis].stride;
        else out->outer += units;
    }
    for (i32 i = f->watch_groups[arc->watch]; i < f->watch_groups[arc->watch + 1]; i++) {
        i32 g = f->group_of[i], axis = axis_of(x, f->group_counter[g]);
        if (axis < 0 || x->d->touched[g]) continue;
        i32 first = x->l->group_first[g] > x->from ? x->l->group_first[g] : x->from;
        i32 last = x->l->group_last[g] < x->to - 1 ? x->l->group_last[g] : x->to - 1;
        if (first < last && x->d->bits[g] < 0) {
            i32 bit = 0;
            while (bit < MOST_BITS && *bits_used >> bit & 1) bit++;
            if (bit == MOST_BITS) return f->group_counter[g];
            *bits_used |= 1 << bit;
            x->d->bits[g] = bit;
        }
        if (out->groups == ARC_GROUPS) return f->group_counter[g];
        out->bit[out->groups] = first < last ? 1 << x->d->bits[g] : 0;
        out->group_outer[out->groups] = axis ? 0 : 1;
        out->group_inner[out->groups++] = axis ? x->axis[axis].stride : 0;
    }
    (void)slot;
    return -1;
}

/* Bits of groups that end with this slot. */
static i32 ending(const Pricing *x, i32 slot, i32 *bits_used) {
    const Form *f = x->f;
    i32 ended = 0;
    for (i32 a = x->p->arc_first[slot]; a < x->p->arc_first[slot + 1]; a++) {
        i32 w = x->p->arcs[a].watch;
        for (i32 i = w < 0 ? 0 : f->watch_groups[w]; w >= 0 && i < f->watch_groups[w + 1]; i++) {
            i32 g = f->group_of[i];
            if (x->l->group_last[g] == slot && x->d->bits[g] >= 0) ended |= 1 << x->d->bits[g], x->d->bits[g] = -1;
        }
    }
    *bits_used &= ~ended;
    return ended;
}

/* --- states, forwards -------------------------------------------------------------------------------------------------------- */

static i32 state_at(Pricing *x, i32 order, i32 flags) {
    Desk *d = x->d;
    i64 key = ((i64)order << MOST_BITS) | flags;
    if (key >= d->index_room) {
        i64 before = d->index_room;
        GROW(d, index, key + 1);
        memset(d->index + before, -1, sizeof(i32) * (size_t)(d->index_room - before));
    }
    if (d->index[key] >= 0) return d->index[key];
    GROW(d, states, x->states + 1);
    State *s = d->states + x->states;
    memset(s, 0, sizeof(State));
    s->order = order;
    s->flags = flags;
    s->before_least = UNLIMITED;
    d->index[key] = x->states;
    return x->states++;
}

static void forget_index(Pricing *x, i32 from) {
    for (i32 s = from; s < x->states; s++)
        x->d->index[((i64)x->d->states[s].order << MOST_BITS) | x->d->states[s].flags] = -1;
}

static void walk_state(Pricing *x, i32 slot, i32 at, const Priced *priced, i32 ended) {
    Desk *d = x->d;
    const Person *p = x->p;
    i32 from = p->arc_first[slot], order = d->states[at].order, flags = d->states[at].flags;
    d->states[at].moves = x->moves;
    for (i32 a = from; a < p->arc_first[slot + 1]; a++) {
        const Priced *own = priced + a - from;
        if (own->points >= LIMIT) continue;
        Step step = order_step(p->order, slot, order, p->arcs[a].symbol);
        if (step.state < 0) continue;
        i32 outer = own->outer, inner = own->inner, now = flags;
        for (i32 g = 0; g < own->groups; g++) {
            if (own->bit[g] & now) continue;
            outer += own->group_outer[g];
            inner += own->group_inner[g];
            now |= own->bit[g];
        }
        i32 to = state_at(x, step.state, now & ~ended);
        GROW(d, moves, x->moves + 1);
        d->moves[x->moves++] = (Way){to, own->option, own->points + step.points * x->l->scale, outer, inner};
        State *s = d->states + at, *next = d->states + to;
        if (s->before_least + outer < next->before_least) next->before_least = s->before_least + outer;
        if (s->before_most + outer > next->before_most) next->before_most = s->before_most + outer;
    }
    d->states[at].moves_end = x->moves;
}

/* Lay out all states that can be reached; the counter of a group that could not be followed, or -1. */
static i32 lay_states(Pricing *x) {
    Desk *d = x->d;
    i32 bits_used = 0;
    GROW(d, layer, x->f->slots + 2);
    GROW(d, bits, x->f->groups + 1);
    for (i32 g = 0; g < x->f->groups; g++) d->bits[g] = -1;
    x->states = x->moves = 0;
    d->layer[x->from] = 0;
    i32 begin = state_at(x, x->begin, 0);
    d->states[begin].before_least = 0;
    forget_index(x, 0);
    for (i32 t = x->from; t < x->to; t++) {
        i32 first = x->p->arc_first[t], arcs = x->p->arc_first[t + 1] - first, end = x->states;
        GROW(d, priced, arcs);
        for (i32 a = 0; a < arcs; a++) {
            price_arc(x, x->p->arcs + first + a, x->must ? x->must[t] : MAY_BE_ANY, d->priced + a);
            i32 lost = place_arc(x, x->p->arcs + first + a, t, &bits_used, d->priced + a);
            if (lost >= 0) return lost;
        }
        i32 ended = ending(x, t, &bits_used);
        d->layer[t + 1] = end;
        for (i32 s = d->layer[t]; s < end; s++) walk_state(x, t, s, d->priced, ended);
        forget_index(x, end);
    }
    d->layer[x->to + 1] = x->states;
    return -1;
}

/* --- which rows of a state are worth keeping ---------------------------------------------------------------------------------- */

static void trim_rows(Pricing *x) {
    Desk *d = x->d;
    i32 least = 0, most = 0;
    if (x->axes) {
        const Axis *a = x->axis;
        const Total *t = x->p->total + a->total;
        most = a->size - 1;
        while (least <= most && points_of(x, t, a->outside + least * t->unit) >= NEVER) least++;
    }
    x->cells = 0;
    for (i32 s = x->states - 1; s >= 0; s--) {
        State *own = d->states + s;
        i32 last = s >= d->layer[x->to];
        own->rest_least = last ? 0 : UNLIMITED;
        own->rest_most = last ? 0 : -1;
        i32 kept = own->moves;
        for (i32 m = own->moves; m < own->moves_end; m++) {
            const State *next = d->states + d->moves[m].to;
            if (next->low > next->high) continue; /* a dead end */
            i32 outer = d->moves[m].outer;
            if (outer + next->rest_least < own->rest_least) own->rest_least = outer + next->rest_least;
            if (outer + next->rest_most > own->rest_most) own->rest_most = outer + next->rest_most;
            d->moves[kept++] = d->moves[m];
        }
        own->moves_end = kept;
        own->low = least - own->rest_most > own->before_least ? least - own->rest_most : own->before_least;
        own->high = most - own->rest_least < own->before_most ? most - own->rest_least : own->before_most;
        if (!last && kept == own->moves) own->low = 1, own->high = 0;
        if (own->low > own->high) continue;
        own->at = x->cells;
        x->cells += (i64)(own->high - own->low + 1) * x->inner + x->tail;
    }
}

/* --- values, backwards --------------------------------------------------------------------------------------------------------- */

static i32 scaled(const Pricing *x, i64 points) {
    i64 value = points * x->l->scale;
    return value >= LIMIT ? INFINITE : (i32)value;
}

static i32 cell_points(const Pricing *x, i32 axis, i32 at) {
    const Axis *a = x->axis + axis;
    const Total *t = x->p->total + a->total;
    return scaled(x, points_of(x, t, a->outside + at * t->unit));
}

static void fill_mask(Pricing *x) {
    GROW(x->d, mask, x->inner + 1);
    for (i32 i = 0; i < x->inner; i++) {
        x->d->mask[i] = LIMIT;
        for (i32 a = 1, rest = i; a < x->axes; a++) {
            if (rest % x->axis[a].padded >= x->axis[a].size) x->d->mask[i] = INT32_MIN;
            rest /= x->axis[a].padded;
        }
    }
}

static void fill_end(Pricing *x, const State *s, i32 rest) {
    for (i32 row = s->low; row <= s->high; row++) {
        i32 *out = x->d->values + s->at + (i64)(row - s->low) * x->inner;
        i64 outer = (i64)rest + (x->axes ? cell_points(x, 0, row) : 0);
        for (i32 i = 0; i < x->inner; i++) {
            i64 value = outer;
            for (i32 a = 1, left = i; a < x->axes; a++) {
                value += cell_points(x, a, left % x->axis[a].padded);
                left /= x->axis[a].padded;
            }
            out[i] = value >= LIMIT || x->d->mask[i] < 0 ? INFINITE : (i32)value;
        }
    }
}

/* The points of the order of what stays behind the window, after each state at its end. */
static i32 chain_from(Pricing *x, i32 order, i32 *reference) {
    Desk *d = x->d;
    i64 points = 0;
    for (i32 t = x->to; t < x->f->slots; t++) {
        if (*reference && d->chain[t] == order) return scaled(x, points) + d->chain_points[t];
        Step step = order_step(x->p->order, t, order, symbol_at(x, t));
        if (step.state < 0) return INFINITE;
        points += step.points;
        order = step.state;
    }
    return scaled(x, points);
}

static void lay_chain(Pricing *x, i32 order) {
    Desk *d = x->d;
    i64 points = 0;
    GROW(d, chain, x->f->slots + 1);
    GROW(d, chain_points, x->f->slots + 1);
    for (i32 t = x->to; t < x->f->slots; t++) {
        d->chain[t] = order;
        Step step = order_step(x->p->order, t, order, symbol_at(x, t));
        d->chain_points[t] = scaled(x, points);
        points += step.points;
        order = step.state;
    }
    for (i32 t = x->to; t < x->f->slots; t++) d->chain_points[t] = scaled(x, points) - d->chain_points[t];
}

static void value_ends(Pricing *x) {
    i32 reference = 0;
    for (i32 s = x->d->layer[x->to]; s < x->states; s++) {
        State *own = x->d->states + s;
        if (own->low > own->high) continue;
        i32 behind = x->to < x->f->slots && !x->paced, rest = behind ? chain_from(x, own->order, &reference) : 0;
        if (!reference && rest < LIMIT && behind) lay_chain(x, own->order), reference = 1;
        fill_end(x, own, rest);
    }
}

static inline void relax_any(i32 *restrict out, const i32 *restrict next, i32 points, i64 n) {
    for (i64 i = 0; i < n; i++) {
        i32 value = next[i] + points;
        out[i] = value < out[i] ? value : out[i];
    }
}

static void relax_plain(i32 *restrict out, const i32 *restrict next, i32 points, i64 n) { relax_any(out, next, points, n); }

#if defined(__x86_64__)
/* The same for processors that take eight numbers at once: most of the time of the programme is spent here. */
__attribute__((target("avx2"))) static void relax_wide(i32 *restrict out, const i32 *restrict next, i32 points, i64 n) {
    relax_any(out, next, points, n);
}
#endif

typedef void Relax(i32 *restrict out, const i32 *restrict next, i32 points, i64 n);

static Relax *relax_here(void) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) return relax_wide;
#endif
    return relax_plain;
}

static void value_state(Pricing *x, State *s) {
    i32 *values = x->d->values, inner = x->inner;
    i64 n = (i64)(s->high - s->low + 1) * inner;
    i32 *out = values + s->at;
    for (i64 i = 0; i < n + x->tail; i++) out[i] = INFINITE;
    for (i32 m = s->moves; m < s->moves_end; m++) {
        const Way *own = x->d->moves + m;
        const State *next = x->d->states + own->to;
        i32 low = s->low > next->low - own->outer ? s->low : next->low - own->outer;
        i32 high = s->high < next->high - own->outer ? s->high : next->high - own->outer;
        if (low > high) continue;
        const i32 *from = values + next->at + (i64)(low + own->outer - next->low) * inner + own->inner;
        x->relax(out + (i64)(low - s->low) * inner, from, own->points, (i64)(high - low + 1) * inner);
    }
    for (i64 row = 0; row < n; row += inner)
        for (i32 i = 0; i < inner; i++) out[row + i] = out[row + i] < x->d->mask[i] ? out[row + i] : INFINITE;
}

static void find_values(Pricing *x) {
    GROW(x->d, values, x->cells + 1);
    fill_mask(x);
    value_ends(x);
    for (i32 s = x->d->layer[x->to] - 1; s >= 0; s--) {
        State *own = x->d->states + s;
        if (own->low <= own->high) value_state(x, own);
    }
}

/* --- the line -------------------------------------------------------------------------------------------------------------------- */

static i32 value_at(const Pricing *x, i32 state, i32 row, i32 cell) {
    const State *s = x->d->states + state;
    if (row < s->low || row > s->high) return INFINITE;
    return x->d->values[s->at + (i64)(row - s->low) * x->inner + cell];
}

static void read_line(Pricing *x) {
    i32 state = 0, row = 0, cell = 0;
    for (i32 t = x->from; t < x->to; t++) {
        const State *s = x->d->states + state;
        i32 value = value_at(x, state, row, cell), n = s->moves_end - s->moves;
        i32 turn = lines_below(&x->l->dice, n);
        for (i32 i = 0; i < n; i++) {
            const Way *m = x->d->moves + s->moves + (i + turn) % n;
            if (value_at(x, m->to, row + m->outer, cell + m->inner) + m->points != value) continue;
            x->line[t] = m->need;
            state = m->to;
            row += m->outer;
            cell += m->inner;
            break;
        }
    }
}

/* What the line adds up to, [totals]; the number of totals looked at. */
static i32 add_up(const Pricing *x, i32 *amounts) {
    uint8_t touched[x->f->groups + 1];
    memset(amounts, 0, sizeof(i32) * (x->p->totals + 1));
    memset(touched, 0, sizeof(touched));
    for (i32 t = 0; t < x->f->slots; t++)
        if (x->line[t] >= 0) count_duty(x, x->f->need_watch[x->line[t]], amounts, touched);
    return x->p->totals < MOST_WATCHED ? x->p->totals : MOST_WATCHED;
}

/* Of the totals that were left out and for which there is room, those that the line found breaks. */
static u64 breaks(const Pricing *x) {
    i32 amounts[x->p->totals + 1], totals = add_up(x, amounts);
    u64 broken = 0;
    for (i32 i = 0; i < totals; i++)
        if (points_of(x, x->p->total + i, amounts[i]) > 0) broken |= 1ULL << i;
    return broken & ~x->p->chosen & ~x->dropped;
}

/* Whether the line breaks a hard total. */
static i32 total_broken(const Pricing *x) {
    i32 amounts[x->p->totals + 1];
    add_up(x, amounts);
    for (i32 i = 0; i < x->p->totals; i++)
        if (points_of(x, x->p->total + i, amounts[i]) >= NEVER) return 1;
    return 0;
}

/* A total that was taken in because it showed to bind, and is far from its limit now, may be left out next time. */
static void forget_loose(const Pricing *x) {
    i32 amounts[x->p->totals + 1];
    add_up(x, amounts);
    for (i32 i = 0; i < x->axes; i++) {
        i32 own = x->axis[i].total;
        if (amounts[own] + x->p->total[own].unit <= x->p->total[own].most) x->p->chosen &= ~(1ULL << own);
    }
}

static i64 priced_cost(const Pricing *x) {
    i64 value = line_cost(x->f, x->p->person, x->line, NULL) * x->l->scale;
    for (i32 t = 0; t < x->f->slots; t++)
        if (x->line[t] >= 0) value -= x->prices[x->line[t]];
    return value;
}

/* Lay out with as many totals as there is room for. */
static void lay_out(Pricing *x) {
    for (;;) {
        choose_axes(x);
        find_pads(x);
        i32 lost = x->inner ? lay_states(x) : -2;
        if (lost == -1) {
            trim_rows(x);
            if (x->cells * (i64)sizeof(i32) <= x->l->room || !x->axes) return;
            lost = -2;
        }
        i32 out = 0; /* drop the one without a bit, or else the last in rank */
        if (lost >= 0) out = x->axis[axis_of(x, lost)].total;
        else
            for (i32 i = 0, worst = -1; i < x->axes; i++) {
                const Total *t = x->p->total + x->axis[i].total;
                i32 rank = (t->two_sided ? 0 : t->strong ? 100000 : 200000) + (x->axis[i].size < 99999 ? x->axis[i].size : 99999);
                if (rank > worst) worst = rank, out = x->axis[i].total;
            }
        x->dropped |= 1ULL << out;
    }
}

/* --- totals for which there is no room ---------------------------------------------------------------------------------------- */

/* What is allowed of a total, in amounts. */
static Pace allowed(const Pricing *x, const Total *t) {
    i64 at = (i64)x->p->person * x->f->counters + t->counter, base = x->f->counter_base[at];
    if (x->paced) return pace_of(x, t);
    return (Pace){x->f->counter_least[at] - base, x->f->counter_most[at] - base};
}

/* What surcharges add to the value of every line at the most: the value less this bounds the line without them
 * (Held & Karp 1971). */
static i64 surcharged(const Pricing *x) {
    i64 points = 0;
    for (i32 i = 0; i < x->p->totals; i++) {
        const Total *t = x->p->total + i;
        if (!t->surcharge || axis_of(x, t->counter) >= 0) continue;
        Pace limits = allowed(x, t);
        points += (i64)t->surcharge * (((t->surcharge < 0 ? limits.least : limits.most) - x->d->outside[i]) / t->unit);
    }
    return points;
}

/* Units by which an amount is above (or, negative, below) what is allowed. */
static i64 excess(const Pricing *x, const Total *t, i32 amount) {
    Pace limits = allowed(x, t);
    i64 by = amount > limits.most ? amount - limits.most : amount < limits.least ? amount - limits.least : 0;
    return by / t->unit ? by / t->unit : by < 0 ? -1 : 1;
}

/* Make duties dearer that lead to too much of a total outside the state, or cheaper for too little; 1 if any are. */
static i32 raise_surcharges(const Pricing *x, i64 step) {
    i32 amounts[x->p->totals + 1], raised = 0;
    add_up(x, amounts);
    for (i32 i = 0; i < x->p->totals; i++) {
        Total *t = x->p->total + i;
        if (t->grouped || axis_of(x, t->counter) >= 0) continue;
        if (points_of(x, t, amounts[i]) < NEVER) {
            t->surcharge -= t->surcharge / 8;
            continue;
        }
        i64 now = t->surcharge + step * excess(x, t, amounts[i]);
        t->surcharge = (i32)(now > LIMIT / 64 ? LIMIT / 64 : now < -LIMIT / 64 ? -LIMIT / 64 : now);
        raised = 1;
    }
    return raised;
}

static i64 first_step(const Pricing *x) {
    i64 most = x->l->scale;
    for (i32 n = x->f->slot_needs[x->from]; n < x->f->slot_needs[x->to]; n++)
        if (x->prices[n] < LIMIT && x->prices[n] > most) most = x->prices[n];
    return most / 8 + 1;
}

/* --- all of it ---------------------------------------------------------------------------------------------------------------- */

/* The line of least value, with totals in the state that show to bind; 0: there is none. */
static i32 find_line(Pricing *x, i64 *value) {
    for (;;) {
        x->dropped = 0;
        lay_out(x);
        if (x->d->states[0].low > x->d->states[0].high || (!x->p->broken && x->p->impossible)) return 0;
        find_values(x);
        if (value_at(x, 0, 0, 0) >= LIMIT) return 0;
        *value = value_at(x, 0, 0, 0) + x->p->constant * x->l->scale - surcharged(x);
        read_line(x);
        u64 broken = breaks(x);
        if (!broken) return 1;
        x->p->chosen |= broken;
    }
}

/* While the line breaks totals that are not in the state, try others; the last line is the best of those that do not. */
static void mend_line(Pricing *x, i64 *value) {
    i32 slots = x->f->slots;
    i64 step = first_step(x), least = INT64_MAX;
    GROW(x->d, kept, slots + 1);
    for (i32 turn = 0; turn < MOST_TURNS && raise_surcharges(x, step); turn++, step -= step / 6) {
        i64 own;
        if (!find_line(x, &own)) break;
        if (own > *value) *value = own;
        if (total_broken(x)) continue;
        i64 cost = priced_cost(x);
        if (cost < least) least = cost, memcpy(x->d->kept, x->line, sizeof(i32) * slots);
    }
    if (least < INT64_MAX) memcpy(x->line, x->d->kept, sizeof(i32) * slots);
}

static i32 find_best(Lines *l, i32 person, const i32 *prices, const i32 *must, i32 from, i32 to, i32 paced, i32 *line,
                     i64 *value) {
    Pricing x = {.l = l, .f = l->f, .d = l->desk, .prices = prices, .must = must, .line = line, .from = from, .to = to,
                 .paced = paced};
    x.relax = relax_here();
    x.p = lines_person(l, person);
    i32 whole = from == 0 && to == l->f->slots;
    if (!look_outside(&x)) return 0;
    if (!find_line(&x, value)) {
        if (!whole || must || x.p->broken) return 0;
        person_lenient(l, x.p);
        if (!look_outside(&x) || !find_line(&x, value)) return 0;
    }
    mend_line(&x, value);
    forget_loose(&x);
    x.d->last = x;
    if (!whole) return LINE_FOUND;
    i32 exact = !x.p->broken && priced_cost(&x) == *value;
    return LINE_FOUND | (exact ? LINE_EXACT : 0) | (order_sound(x.p->order) ? LINE_BOUND : 0);
}

i32 lines_best(Lines *l, i32 person, const i32 *prices, const i32 *must, i32 from, i32 to, i32 *line, i64 *value) {
    return find_best(l, person, prices, must, from, to, 0, line, value);
}

/* The best beginning of a line up to the slot `to`, where `line` is kept before `from`; totals keep pace. */
i32 lines_paced(Lines *l, i32 person, const i32 *prices, i32 from, i32 to, i32 *line, i64 *value) {
    return find_best(l, person, prices, NULL, from, to, to < l->f->slots, line, value);
}

/* --- more lines like the last --------------------------------------------------------------------------------------------------- */

static i32 slack_of(const Pricing *x, const Way *m, i32 value, i32 row, i32 cell) {
    i64 next = value_at(x, m->to, row + m->outer, cell + m->inner);
    return next >= LIMIT ? INFINITE : (i32)(next + m->points - value);
}

static void sample_line(const Pricing *x, i32 slack, i32 *line) {
    i32 state = 0, row = 0, cell = 0;
    for (i32 t = x->from; t < x->to; t++) {
        const State *s = x->d->states + state;
        i32 value = value_at(x, state, row, cell), n = s->moves_end - s->moves;
        i32 turn = lines_below(&x->l->dice, n);
        for (i32 i = 0; i < n; i++) {
            const Way *m = x->d->moves + s->moves + (i + turn) % n;
            i32 own = slack_of(x, m, value, row, cell);
            if (own > slack) continue;
            slack -= own;
            line[t] = m->need;
            state = m->to;
            row += m->outer;
            cell += m->inner;
            break;
        }
    }
}

/* Random lines that are at most `slack` dearer than the one lines_best() found last, into [count * slots]. */
void lines_sample(Lines *l, i32 slack, i32 count, i32 *lines) {
    Pricing *x = &((Desk *)l->desk)->last;
    for (i32 i = 0; i < count; i++) {
        i32 own = slack > 0 ? (i32)(lines_roll(&l->dice) % ((u64)slack + 1)) : 0;
        sample_line(x, own, lines + (i64)i * l->f->slots);
    }
}

/* The next option of the arc that offers `need`, after `at`; -1 when all have been given. `extra`: what it costs more. */
static i32 next_option(const Pricing *x, i32 slot, i32 need, i32 at, i32 *extra) {
    const Person *p = x->p;
    i32 a = p->arc_first[slot], i = 0;
    for (;; a++) {
        for (i = p->arcs[a].first; i < p->arcs[a].last && p->options[i].need != need; i++);
        if (i < p->arcs[a].last) break;
    }
    i32 own = p->arcs[a].first + at;
    if (own >= p->arcs[a].last) return -1;
    i64 dear = (i64)p->options[own].points * x->l->scale - (need < 0 ? 0 : x->prices[p->options[own].need]);
    i64 best = (i64)p->options[i].points * x->l->scale - (need < 0 ? 0 : x->prices[need]);
    *extra = dear - best < LIMIT ? (i32)(dear - best) : INFINITE;
    return own;
}

/* All lines of the last programme that are at most `slack` dearer than the best; their number, or -1 if there are more
 * than `most`. */
i32 lines_list(Lines *l, i32 slack, i32 most, i32 *lines) {
    const Pricing *x = &((Desk *)l->desk)->last;
    i32 slots = l->f->slots, found = 0, depth = 0;
    i32 state[slots + 1], row[slots + 1], cell[slots + 1], left[slots + 1], way[slots + 1], option[slots + 1], line[slots + 1];
    state[0] = row[0] = cell[0] = option[0] = 0;
    left[0] = slack;
    way[0] = x->d->states[0].moves;
    while (depth >= 0) {
        i32 d = depth;
        if (d == slots) {
            if (found == most) return -1;
            memcpy(lines + (i64)found++ * slots, line, sizeof(i32) * slots);
        }
        if (d == slots || way[d] == x->d->states[state[d]].moves_end) {
            depth--;
            continue;
        }
        const Way *m = x->d->moves + way[d];
        i32 extra = 0, own = slack_of(x, m, value_at(x, state[d], row[d], cell[d]), row[d], cell[d]);
        i32 chosen = own > left[d] ? -1 : next_option(x, d, m->need, option[d]++, &extra);
        if (chosen < 0) {
            way[d]++;
            option[d] = 0;
            continue;
        }
        if ((i64)own + extra > left[d]) continue;
        line[d] = x->p->options[chosen].need;
        state[d + 1] = m->to;
        row[d + 1] = row[d] + m->outer;
        cell[d + 1] = cell[d] + m->inner;
        left[d + 1] = left[d] - own - extra;
        way[d + 1] = x->d->states[m->to].moves;
        option[d + 1] = 0;
        depth++;
    }
    return found;
}
