using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FsmKit.Hosting;

/// <summary>Checks that the loops of the host answer, keep up, and have no faults.</summary>
internal sealed class FsmKitHealthCheck(FsmKitLoops loops, FsmKitHealthOptions options, FigureMemory memory, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>(StringComparer.Ordinal);
        var wanted = loops.Hosted.Where(loop => options.Loops.Count == 0 || options.Loops.Contains(loop.Name)).ToList();
        var verdicts = wanted.ConvertAll(loop => new LoopVerdict(loop.Name, data));
        foreach (var (loop, verdict) in wanted.Zip(verdicts))
        {
            Judge(loop, verdict);
        }

        // All at once: so the check takes no longer than the slowest loop.
        var answers = wanted.Select(loop => AnswerAsync(loop, cancellationToken)).ToList();
        foreach (var (answer, verdict) in answers.Zip(verdicts))
        {
            Judge(await answer.ConfigureAwait(false), verdict);
        }

        var problems = string.Join(" ", verdicts.SelectMany(static verdict => verdict.Problems));
        var status = verdicts.Select(static verdict => verdict.Status).DefaultIfEmpty(HealthStatus.Healthy).Min();
        return new HealthCheckResult(
            status == HealthStatus.Unhealthy ? context.Registration.FailureStatus : status, problems.Length == 0 ? "All loops answer." : problems, data: data);
    }

    private void Judge(HostedLoop loop, LoopVerdict verdict)
    {
        verdict.Note("status", loop.Status.ToString());
        var since = memory.Next(loop);
        verdict.Count("stalls", since.Stalls, options.DegradedStalls, options.UnhealthyStalls);
        verdict.Count("faults", since.Faults, options.DegradedFaults, options.UnhealthyFaults);
        verdict.Count("restarts", since.Restarts, options.DegradedRestarts, unhealthy: 0);
        if (loop.Status is not (LoopStatus.Running or LoopStatus.Draining) || loop.Run is not { } run)
        {
            verdict.Find(HealthStatus.Unhealthy, $"does not run: it is {loop.Status}");
            return;
        }

        var (depth, capacity) = (run.Gaplic.PostedEvents, run.PostCapacity);
        verdict.Note("queue", depth);
        verdict.Note("capacity", capacity);
        verdict.Note("longest_stall_ms", run.Gaplic.LongestStall.TotalMilliseconds);
        if (depth >= Math.Min(options.DegradedQueue, options.UnhealthyQueue) * capacity)
        {
            verdict.Find(
                depth >= options.UnhealthyQueue * capacity ? HealthStatus.Unhealthy : HealthStatus.Degraded,
                $"has {depth} events waiting, of {capacity} at most");
        }
    }

    private void Judge(TimeSpan? answer, LoopVerdict verdict)
    {
        if (answer is { } took)
        {
            verdict.Note("answer_ms", took.TotalMilliseconds);
        }
        else if (verdict.Status != HealthStatus.Unhealthy)
        {
            verdict.Find(HealthStatus.Unhealthy, string.Create(CultureInfo.InvariantCulture, $"has not answered within {options.AnswerTimeout.TotalSeconds} s"));
        }
    }

    /// <summary>Returns the time that a post takes to the loop and back; null when there is no answer in time.</summary>
    private async Task<TimeSpan?> AnswerAsync(HostedLoop loop, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        try
        {
            await loop.InvokeAsync(static () => { }, cancellation).WaitAsync(options.AnswerTimeout, cancellation).ConfigureAwait(false);
            return time.GetElapsedTime(began);
        }
        catch (Exception x) when (x is TimeoutException or FsmKitLoopException)
        {
            return null;
        }
    }
}
