using System.Globalization;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>
/// Checks random input in random portions, on fresh and on used connections: the same events, no exception, no more steps than bytes. Runs
/// for one second each; longer with <c>FSMKIT_FUZZ_SECONDS</c>, from <c>FSMKIT_FUZZ_SEED</c> or from another seed each time. Inputs with a
/// new behaviour are kept in <c>Corpus</c>.
/// </summary>
[Trait("Category", "Slow")]
public class FuzzTests(ITestOutputHelper output)
{
    private static readonly int Seconds = Number("FSMKIT_FUZZ_SECONDS", 1);
    private static readonly int Seed = Number("FSMKIT_FUZZ_SEED", Seconds > 1 ? Environment.TickCount & 0x3FFFFFFF : 1);

    [Fact]
    public void A_server_says_the_same_whatever_the_portions() => Fuzz(Subject.Server, static wire => wire.Requests());

    [Fact]
    public void A_client_says_the_same_whatever_the_portions() => Fuzz(Subject.Client, static wire => wire.Responses());

    [Fact]
    public void What_was_kept_is_read_the_same_by_a_server() => Replay(Subject.Server);

    [Fact]
    public void What_was_kept_is_read_the_same_by_a_client() => Replay(Subject.Client);

    private void Fuzz(Subject subject, Func<RandomWire, byte[]> make)
    {
        var fuzzer = new Fuzzer(subject, make);
        fuzzer.Run(Seed, TimeSpan.FromSeconds(Seconds));
        output.WriteLine($"seed {Seed}: {fuzzer.Inputs} inputs, {fuzzer.Faults} faults, {fuzzer.Kept} kept, {fuzzer.Marks} marks");

        // Neither all good nor all bad, or the pieces are badly chosen.
        Assert.InRange(fuzzer.Faults, fuzzer.Inputs / 10, fuzzer.Inputs * 99 / 100);
        if (Seconds > 1)
        {
            Corpus.Save(subject.Name, fuzzer.Distinct());
        }
    }

    private static void Replay(Subject subject)
    {
        var inputs = Corpus.Load(subject.Name);
        Assert.InRange(inputs.Count, 50, 1000);
        foreach (var input in inputs)
        {
            for (var variant = 0; variant < subject.Variants; variant++)
            {
                subject.Check(input, variant, static () => 3, []);
            }
        }
    }

    private static int Number(string variable, int otherwise) =>
        int.Parse(Environment.GetEnvironmentVariable(variable) ?? $"{otherwise}", CultureInfo.InvariantCulture);
}
