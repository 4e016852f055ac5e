using System.Text;

namespace FsmKit.Testing.Tracing;

/// <summary>Formats a trace as a Mermaid <c>sequenceDiagram</c>.</summary>
internal static class SequenceChart
{
    public static string Of(Trace trace)
    {
        var names = trace.Steps.SelectMany(static step => new[] { step.Source, step.Target }).Distinct().ToList();
        var chart = new StringBuilder("sequenceDiagram\n");
        for (var i = 0; i < names.Count; i++)
        {
            chart.Append("    participant p").Append(i).Append(" as ").Append(Plain(names[i])).Append('\n');
        }

        foreach (var step in trace.Steps)
        {
            var target = names.IndexOf(step.Target);
            var arrow = step.Outcome == Outcome.Refused ? "-x" : "->>";
            chart.Append("    p").Append(names.IndexOf(step.Source)).Append(arrow).Append('p').Append(target).Append(": ").Append(Plain(step.Data ?? step.Event)).Append('\n');
            if (step.Before != step.After)
            {
                chart.Append("    Note over p").Append(target).Append(": ").Append(Plain(step.After)).Append('\n');
            }
        }

        return chart.ToString();
    }

    /// <summary>Escapes the characters with a meaning in Mermaid.</summary>
    private static string Plain(string text) =>
        string.Concat(text.ReplaceLineEndings(" ").Select(static c => c is '#' ? "#35;" : c is ';' ? "#59;" : c is ':' ? "#58;" : c.ToString()));
}
