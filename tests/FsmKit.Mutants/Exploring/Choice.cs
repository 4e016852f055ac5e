namespace FsmKit.Mutants.Exploring;

/// <summary>Chooses the mutants of a gclass that are explored: of each kind as many, with a fixed seed.</summary>
internal static class Choice
{
    private const int Seed = 1;

    private static readonly string[][] Kinds = [["drop row", "drop class row", "drop Ignore", "drop timeout"], ["drop Next", "wrong Next"], ["remove guard"], ["Ignore instead"]];

    /// <summary>The chosen mutants, each with the library that has it.</summary>
    public static IEnumerable<(Mutant Mutant, byte[] Library)> Of(Subject subject, Product product, int count)
    {
        var dice = new Random(Seed);
        var all = Faults.Of(subject).Concat(Faults.Ignoring(subject)).ToList();
        var shuffled = Array.ConvertAll(Kinds, kinds => all.Where(mutant => kinds.Contains(mutant.Kind)).OrderBy(_ => dice.Next()).ToArray());
        var inTurn = shuffled.SelectMany(static kind => kind.Index()).OrderBy(static one => one.Index).Select(static one => one.Item);
        return inTurn.Where(mutant => !Equivalents.Has(subject.GClass, mutant))
            .Select(mutant => (mutant, Library: product.Compile(mutant))).Where(static one => one.Library is not null).Select(static one => (one.mutant, one.Library!)).Take(count);
    }
}
