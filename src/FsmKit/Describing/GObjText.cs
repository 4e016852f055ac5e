using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace FsmKit;

/// <summary>Writes a described gobj as readable text: one line per fact, the children below.</summary>
internal static class GObjText
{
    private const int Columns = 12;

    public static string Of(GObjDescription gobj)
    {
        var text = new StringBuilder();
        Write(text, gobj, "");
        return text.ToString();
    }

    private static void Write(StringBuilder text, GObjDescription gobj, string indent)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        text.Append(indent).Append(gobj.FullName).Append(" in ").Append(gobj.States.Count > 0 ? string.Join(" > ", gobj.States) : gobj.StateName)
            .Append(gobj.IsFinished ? ", finished" : "").Append(gobj.IsDestroyed ? ", destroyed" : "").Append('\n');
        foreach (var (what, value) in Lines(gobj))
        {
            text.Append(indent).Append("  ").Append(what.PadRight(Columns)).Append(TextForm.OneLine(value).TrimEnd()).Append('\n');
        }

        foreach (var child in gobj.Children)
        {
            Write(text, child, indent + "  ");
        }
    }

    private static IEnumerable<(string What, string Value)> Lines(GObjDescription gobj) =>
    [
        .. gobj.History.Select(static left => ("remembers", $"{left.Leaf} of {left.Composite}")),
        .. gobj.Timeouts.Select(static timeout => ("timeout", $"{timeout.Event}{(timeout.State is null ? "" : $" of {timeout.State}")} in {Milliseconds(timeout.Left)} ms")),
        .. gobj.Invocations.Select(static work => ("works", work)),
        .. gobj.Waiting.Select(static e => ("waits", e)),
        .. gobj.Permitted.Select(static permitted => ("takes", Permitted(permitted))),
        .. gobj.Subscribers.Select(static subscription => ("heard by", $"{Event(subscription)} -> {subscription.Subscriber}{How(subscription)}")),
        .. gobj.Subscriptions.Select(static subscription => ("hears", $"{Event(subscription)} of {subscription.Publisher}{How(subscription)}")),
        .. gobj.Parameters.Select(static parameter => ("parameter", $"{parameter.Name} = {parameter.Text}")),
        .. gobj.Statistics.Select(static statistic => ("statistic", string.Create(CultureInfo.InvariantCulture, $"{statistic.Name} = {statistic.Value}"))),
        .. gobj.ChildCount > 0 && gobj.Children.Count == 0 ? [("children", gobj.ChildCount.ToString(CultureInfo.InvariantCulture))] : Array.Empty<(string, string)>(),
    ];

    private static string Permitted(PermittedEvent e) =>
        e.Event + (e.Guard is null ? "" : $" [{e.Guard}]") + (e.Answer == Answer.On ? "" : $" ({e.Answer})") + (e.Next is null ? "" : $" -> {e.Next}");

    private static string Event(SubscriptionDescription subscription) => subscription.Event + (subscription.As is null ? "" : $" as {subscription.As}");

    private static string How(SubscriptionDescription subscription)
    {
        string[] words =
        [
            .. subscription.Delivery == Delivery.Sent ? [] : new[] { subscription.Delivery.ToString() },
            .. subscription.Options == SubscriptionOptions.None ? [] : new[] { subscription.Options.ToString() },
            .. subscription.IsFiltered ? ["Filtered"] : Array.Empty<string>(),
        ];
        return words.Length == 0 ? "" : $" ({string.Join(", ", words)})";
    }

    private static string Milliseconds(TimeSpan time) => (time.Ticks / TimeSpan.TicksPerMillisecond).ToString(CultureInfo.InvariantCulture);
}
