using System.Globalization;
using FsmKit.Testing;

namespace FsmKit.Benchmarks.Recordings;

/// <summary>Prints the cost of an outside event with a recorder, and the cost of an event in a replay.</summary>
internal static class RecordingCosts
{
    private const int Events = 1_000;

    public static void Print(int rounds)
    {
        var file = Path.GetTempFileName();
        using var plain = new Contestant();
        using var neighbour = new Contestant(recordsOther: new RecorderOptions());
        using var ring = new Contestant(new RecorderOptions());
        using var written = new Contestant(new RecorderOptions { Capacity = 0, File = file });
        using var flushed = new Contestant(new RecorderOptions { Capacity = 0, File = file + "1", FlushEachEntry = true });
        Quick.Run(
        [
            new Group("an event with two members", Events, "not recorded",
            [
                new Contender("not recorded", plain.Coins), new Contender("another gobj is recorded", neighbour.Coins), new Contender("in a ring", ring.Coins),
                new Contender("in a file", written.Coins), new Contender("in a file, each flushed", flushed.Coins),
            ]),
            new Group("an event without members", Events, "not recorded",
            [
                new Contender("not recorded", plain.Lids), new Contender("another gobj is recorded", neighbour.Lids), new Contender("in a ring", ring.Lids),
            ]),
        ], rounds);
        var recording = ring.Recorder!.ToRecording();
        var begun = System.Diagnostics.Stopwatch.GetTimestamp();
        var result = recording.Replay<Jar>();
        var elapsed = System.Diagnostics.Stopwatch.GetElapsedTime(begun);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"replay: {result.Replayed} entries, {elapsed.TotalMicroseconds / result.Replayed:F2} us each, same: {result.IsSame}"));
        File.Delete(file);
        File.Delete(file + "1");
    }

    private sealed class Contestant : IDisposable
    {
        private readonly GAplic _app = new();
        private readonly Jar _jar;
        private readonly Recorder? _other;

        public Contestant(RecorderOptions? records = null, RecorderOptions? recordsOther = null)
        {
            _jar = _app.Create<Jar>("jar");
            Recorder = records is null ? null : Recorder.Attach(_jar, records);
            _other = recordsOther is null ? null : Recorder.Attach(_app.Create<Jar>("other"), recordsOther);
        }

        public Recorder? Recorder { get; }

        public void Coins()
        {
            for (var i = 0; i < Events; i++)
            {
                _jar.Send(new EvCoins(i, "EUR"));
            }

            _app.RunOnce();
        }

        public void Lids()
        {
            for (var i = 0; i < Events; i++)
            {
                _jar.Send(new EvLid());
            }

            _app.RunOnce();
        }

        public void Dispose()
        {
            Recorder?.Dispose();
            _other?.Dispose();
            _app.Dispose();
        }
    }
}
