/* More lines like the last that was found. */
#include "lines_pricing.h"

static i32 slack_of(const Pricing *x, const Way *m, i32 value, i32 row, i32 cell) {
    i64 next = values_at(x, m->to, row + m->outer, cell + m->inner);
    return next >= LIMIT ? INFINITE : (i32)(next + m->points - value);
}

static void sample_line(const Pricing *x, i32 slack, i32 *line) {
    i32 state = 0, row = 0, cell = 0;
    for (i32 t = x->from; t < x->to; t++) {
        const State *s = x->d->states + state;
        i32 value = values_at(x, state, row, cell), n = s->moves_end - s->moves;
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
        i32 extra = 0, own = slack_of(x, m, values_at(x, state[d], row[d], cell[d]), row[d], cell[d]);
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
