/* The values of one pricing, backwards. */
#include "lines_pricing.h"

static i32 scaled(const Pricing *x, i64 points) {
    i64 value = points * x->l->scale;
    return value >= LIMIT ? INFINITE : (i32)value;
}

static i32 cell_points(const Pricing *x, i32 axis, i32 at) {
    const Axis *a = x->axis + axis;
    const Total *t = x->p->total + a->total;
    return scaled(x, totals_points(x, t, a->outside + at * t->unit));
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

static void value_state(Pricing *x, State *s, Relax *relax) {
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
        relax(out + (i64)(low - s->low) * inner, from, own->points, (i64)(high - low + 1) * inner);
    }
    for (i64 row = 0; row < n; row += inner)
        for (i32 i = 0; i < inner; i++) out[row + i] = out[row + i] < x->d->mask[i] ? out[row + i] : INFINITE;
}

void values_find(Pricing *x) {
    GROW(x->d, values, x->cells + 1);
    fill_mask(x);
    value_ends(x);
    Relax *relax = relax_here();
    for (i32 s = x->d->layer[x->to] - 1; s >= 0; s--) {
        State *own = x->d->states + s;
        if (own->low <= own->high) value_state(x, own, relax);
    }
}

i32 values_at(const Pricing *x, i32 state, i32 row, i32 cell) {
    const State *s = x->d->states + state;
    if (row < s->low || row > s->high) return INFINITE;
    return x->d->values[s->at + (i64)(row - s->low) * x->inner + cell];
}
