namespace FsmKit.Testing.Models;

/// <summary>Creates numbers, lengths of time and GUIDs, mostly values that often break code.</summary>
internal static class Numbers
{
    private const int Few = 10;

    /// <summary>
    /// Creates a whole number: small, at the ends of the range, round, repeated or any. Most kinds take two choices, so that a change of
    /// kind does not shift the choices after them.
    /// </summary>
    public static long Whole(EventDice dice, long least, long most, Type type) => Math.Clamp(
        dice.Choose(7) switch
        {
            0 => dice.Choose(Few),
            1 => -1 - dice.Choose(Few),
            2 => dice.Choose(least, most, least + 1, most - 1),
            3 => dice.Choose(1000),
            4 => Round(dice.Choose(21)),
            5 => dice.Recall(type) is long seen ? seen : 0,
            _ => Any(dice),
        },
        least,
        most);

    /// <summary>Creates a number with a fraction.</summary>
    public static double Broken(EventDice dice) => dice.Choose(4) switch
    {
        0 => dice.Choose(Few),
        1 => dice.Choose(-1.0, 0.5, -0.5, double.Epsilon, double.MaxValue, double.MinValue),
        2 => dice.Choose(1000) / 10.0,
        _ => (dice.Choose(1 << 24) - (1 << 23)) / 1024.0,
    };

    /// <summary>
    /// Creates a length of time: a few seconds, a common value, <see cref="Timeout.InfiniteTimeSpan"/>, or any below two minutes.
    /// </summary>
    public static TimeSpan Time(EventDice dice) => dice.Choose(3) switch
    {
        0 => TimeSpan.FromSeconds(dice.Choose(Few)),
        1 => dice.Choose(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan),
        _ => TimeSpan.FromMilliseconds(dice.Choose(120_000)),
    };

    /// <summary>Creates a GUID of random bytes.</summary>
    public static Guid Guid(EventDice dice)
    {
        Span<byte> bytes = stackalloc byte[16];
        for (var at = 0; at < bytes.Length; at += 2)
        {
            BitConverter.TryWriteBytes(bytes[at..], (ushort)dice.Choose(1 << 16));
        }

        return new Guid(bytes);
    }

    private static long Round(int number) => (number % 3) switch { 0 => 1, 1 => 2, _ => 5 } * (long)Math.Pow(10, number / 3);

    private static long Any(EventDice dice)
    {
        var number = 0L;
        for (var words = 1 + dice.Choose(4); words > 0; words--)
        {
            number = (number << 16) | (uint)dice.Choose(1 << 16);
        }

        return number;
    }
}
