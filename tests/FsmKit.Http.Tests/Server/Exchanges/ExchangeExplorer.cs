namespace FsmKit.Http.Tests;

/// <summary>All states that the table of an exchange can lead to.</summary>
internal static class ExchangeExplorer
{
    /// <summary>Each pair, from the beginning, with its possible signals.</summary>
    public static IReadOnlyList<(ExchangeStates States, IReadOnlyList<(ExchangeSignal Signal, ExchangeStates Next)> Rows)> All { get; } = Explore();

    /// <summary>The name of a pair.</summary>
    public static string NameOf(ExchangeStates states) => $"{states.Phase} {states.Holder}";

    private static List<(ExchangeStates, IReadOnlyList<(ExchangeSignal, ExchangeStates)>)> Explore()
    {
        var found = new List<(ExchangeStates States, IReadOnlyList<(ExchangeSignal, ExchangeStates)> Rows)>();
        var open = new Queue<ExchangeStates>([default]);
        var known = new HashSet<string> { NameOf(default) };
        while (open.TryDequeue(out var states))
        {
            var rows = new List<(ExchangeSignal, ExchangeStates)>();
            foreach (var signal in Enum.GetValues<ExchangeSignal>().Where(states.May))
            {
                var next = states;
                next.Does(signal);
                rows.Add((signal, next));
                if (known.Add(NameOf(next)))
                {
                    open.Enqueue(next);
                }
            }

            found.Add((states, rows));
        }

        return found;
    }
}
