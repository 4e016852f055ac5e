"""The table, a row per case."""
import collections


def print_head(server, seconds):
    """What follows."""
    before, during, after = seconds
    print(f"{server}: {before} s of calm, {during} s of attack, {after} s after it. Times are p50 / p99 / most in ms, errors are of")
    print("kept / new connections; memory is in MiB, and like the descriptors before / at most / when the attack ends / afterwards.\n")
    print("| case | times before | meanwhile | errors before | meanwhile | after | memory | descriptors | CPU | what the attackers saw |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---|", flush=True)


def _times(answers):
    took = sorted(1000 * a.took for a in answers if not a.error)
    if not took:
        return "none"
    return f"{took[len(took) // 2]:.1f} / {took[min(len(took) - 1, len(took) * 99 // 100)]:.1f} / {took[-1]:.1f}"


def _errors(answers):
    return f"{sum(1 for a in answers if a.error and not a.is_new)} / {sum(1 for a in answers if a.error and a.is_new)}"


def _course(looks, which, shape):
    calm, attacked, calmed = ([look[which] for look in phase] or [0] for phase in looks)
    return " / ".join(f"{value:{shape}}" for value in (calm[-1], max(attacked + calmed), attacked[-1], calmed[-1]))


def print_row(name, phases, calm, attacked, calmed, seen):
    """One case."""
    looks = (calm, attacked, calmed)
    cpu = attacked[-1][2] - attacked[0][2] if attacked else 0
    seconds = max(0.1, 0.1 * len(attacked))
    errors = " | ".join(_errors(phase) for phase in phases)
    print(
        f"| {name} | {_times(phases[0])} | {_times(phases[1])} | {errors} | {_course(looks, 0, '.0f')} "
        f"| {_course(looks, 1, 'd')} | {100 * cpu / seconds:.0f} % | {seen} |",
        flush=True,
    )


def print_remarks(wrong, exit_code, answers, logged):
    """What makes the case fail, and what the server wrote meanwhile, which does not."""
    if exit_code is not None:
        print(f"  The server has ended with {exit_code}.")
    if not answers:
        print("  The legitimate clients said nothing.")
    for error, count in collections.Counter(a.error for a in wrong).most_common(3):
        print(f"  {count} times: {error}")
    if logged:
        print(f"  The server wrote {len(logged)} lines, first: {logged[0][:200]}", flush=True)
