using FsmKit.Testing.Tracing;

namespace FsmKit.Testing;

/// <summary>Trace of a simulated run or of a replay: its events in order.</summary>
/// <param name="Steps">The events, in the order in which they began.</param>
public sealed record Trace(IReadOnlyList<TraceStep> Steps)
{
    /// <summary>Formats the events as a Mermaid sequence chart.</summary>
    public string ToMermaid() => SequenceChart.Of(this);

    /// <summary>Formats the events, one line each.</summary>
    public override string ToString()
    {
        var from = Steps.Select(static step => step.Source.Length).DefaultIfEmpty().Max();
        var to = Steps.Select(static step => step.Target.Length).DefaultIfEmpty().Max();
        return string.Join('\n', Steps.Select((step, number) => $"{number + 1,4}  {step.Time:hh\\:mm\\:ss\\.fff}  {step.Source.PadRight(from)} -> {step.Target.PadRight(to)}  {step.Text}"));
    }
}
