namespace FsmKit.Benchmarks;

/// <summary>Events for a table, from its first state back to it, so that it can be repeated; none of them is refused.</summary>
public sealed class EventSequence
{
    // So long that no branch predictor knows the random one by heart.
    public const int Length = 262_144;
    private const int Cycle = 64;

    private EventSequence(byte[] ids, int[] values) => (Ids, Values) = (ids, values);

    public byte[] Ids { get; }

    public int[] Values { get; }

    /// <summary>Any event at any time, from a seed.</summary>
    public static EventSequence Random(MachineDescription table, Func<Contestant> machine) => Make(table, machine, Length);

    /// <summary>Cycle of 64 events, which the branch predictor can learn by heart.</summary>
    public static EventSequence Cyclic(MachineDescription table, Func<Contestant> machine)
    {
        var once = Make(table, machine, Cycle);
        return new([.. Enumerable.Repeat(once.Ids, Length / Cycle).SelectMany(static id => id)],
            [.. Enumerable.Repeat(once.Values, Length / Cycle).SelectMany(static value => value)]);
    }

    private static EventSequence Make(MachineDescription table, Func<Contestant> machine, int length)
    {
        var answered = new bool[table.States.Count, table.Inputs.Count];
        var number = table.Inputs.Select(static (e, i) => (e.Name, i)).ToDictionary(static e => e.Name, static e => e.i);
        foreach (var row in table.Rows.Where(static row => row.Answer != Answer.Refuse))
        {
            answered[row.State, number[row.Event]] = true;
        }

        for (var seed = 1; ; seed++)
        {
            var stream = Try(answered, machine(), length, new Random(seed));
            if (stream is not null)
            {
                return stream;
            }
        }
    }

    private static EventSequence? Try(bool[,] answered, Contestant machine, int length, Random random)
    {
        var stream = new EventSequence(new byte[length], new int[length]);
        for (var i = 0; i < length; i++)
        {
            do
            {
                stream.Ids[i] = (byte)random.Next(answered.GetLength(1));
            }
            while (!answered[machine.Reached.State, stream.Ids[i]]);
            stream.Values[i] = random.Next(128);
            machine.Run(stream.Ids.AsSpan(i, 1), stream.Values.AsSpan(i, 1));
        }

        return machine.Reached.State == 0 ? stream : null;
    }
}
