using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>
/// Whatever comes, in whatever portions: the same events, no exception, and no more steps than bytes. For a second each; with
/// <c>FSMKIT_FUZZ_SECONDS</c> longer, and from another seed each time.
/// </summary>
public class FuzzTests
{
    private static readonly int Seconds = int.Parse(Environment.GetEnvironmentVariable("FSMKIT_FUZZ_SECONDS") ?? "1", CultureInfo.InvariantCulture);

    [Fact]
    public void A_server_says_the_same_whatever_the_portions() =>
        Fuzz(static wire => wire.Requests(), static seed => new ServerFeed(switches: seed % 2 == 0));

    [Fact]
    public void A_client_says_the_same_whatever_the_portions() => Fuzz(static wire => wire.Responses(),
        static seed => new ClientFeed((seed % 5) switch { 0 => "HEAD", 1 => "CONNECT", _ => "GET" }, seed % 3 == 0 ? "other" : null));

    private static void Fuzz(Func<RandomWire, byte[]> make, Func<int, Feed> start)
    {
        var begin = Stopwatch.GetTimestamp();
        var first = Seconds > 1 ? Environment.TickCount & 0x3FFFFFFF : 1;
        var faults = 0;
        var seed = first;
        for (; Stopwatch.GetElapsedTime(begin).TotalSeconds < Seconds; seed++)
        {
            var wire = new RandomWire(seed);
            var input = make(wire);
            var (whole, split) = (start(seed), start(seed));
            var said = whole.Run(input, static () => 0);
            var text = $"seed {seed}: {Wire.Text(input)}\n";
            Assert.Equal(text + said, text + split.Run(input, wire.Portion));
            Assert.Equal(text + said, text + start(seed).Run(input, static () => 1));
            Assert.True(whole.Steps <= input.Length + 4, text);
            Assert.True(split.Steps <= 2 * input.Length + 4, text);
            faults += said.Contains("fault") ? 1 : 0;
        }

        // Neither all good nor all bad, or the pieces are badly chosen.
        Assert.InRange(faults, (seed - first) / 10, (seed - first) * 98 / 100);
    }
}
