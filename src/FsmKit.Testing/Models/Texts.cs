namespace FsmKit.Testing.Models;

/// <summary>Creates strings: empty, short, blank, long, with letters beyond ASCII, repeated and random.</summary>
internal static class Texts
{
    private const string Letters = "abcABC019 _-.,:/\"'<\n\u00e9\u6f22\U0001f6aa";
    private const int Long = 300;

    public static string Any(EventDice dice) => dice.Remember(typeof(string), dice.Choose(4) switch
    {
        0 => dice.Choose("", "a", "b", "c", "abc"),
        1 => dice.Recall(typeof(string)) as string ?? "",
        2 => dice.Choose(" ", "A", "0", "-1", "true", "\u00e9", "\U0001f6aa", "a b", "\n", new string('x', Long)),
        _ => string.Concat(Enumerable.Range(0, 1 + dice.Choose(8)).Select(_ => Letters[dice.Choose(Letters.Length)])),
    });
}
