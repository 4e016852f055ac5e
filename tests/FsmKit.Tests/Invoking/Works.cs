using FsmKit.TestShared;

namespace FsmKit.Tests;

/// <summary>The work of the tests of <c>[Invoke]</c>. The test ends each run.</summary>
internal static partial class Works
{
    public readonly record struct EvLoad;

    public readonly record struct EvStop;

    public readonly record struct EvAgain;

    public readonly record struct EvNote(string Text);

    public readonly record struct EvLoaded(int Value);

    public readonly record struct EvNotLoaded(Exception Why);

    public readonly record struct EvSaved;

    public readonly record struct EvNotSaved;

    [GClass, Input<EvLoad>, Input<EvStop>, Input<EvAgain>, Input<EvNote>, Input<EvLoaded>, Input<EvNotLoaded>]
    internal sealed partial class Loader : GObj
    {
        public List<string> Lines { get; } = [];

        /// <summary>The runs that have begun, each with its token.</summary>
        public List<(TaskCompletionSource<int> Source, CancellationToken Token)> Runs { get; } = [];

        /// <summary>Gives the next runs their result before their method returns; null waits for the test.</summary>
        public Func<int>? AtOnce { get; set; }

        public bool Raises { get; set; }

        public GObj? From { get; private set; }

        private enum State : byte
        {
            [On<EvLoad>(Next = Loading), Refuse] Idle,

            [Invoke<EvLoaded, EvNotLoaded>(nameof(LoadAsync)), Enter(nameof(Enters)), Exit(nameof(Leaves)), On<EvAgain>(Next = Loading)]
            [On<EvNote>(nameof(Note)), On<EvLoaded>(nameof(Loaded), Next = Idle), On<EvNotLoaded>(nameof(NotLoaded), Next = Idle), On<EvStop>(Next = Idle), Refuse]
            Loading,
        }

        private ValueTask<int> LoadAsync(CancellationToken cancellation)
        {
            Lines.Add("work");
            if (AtOnce is { } atOnce)
            {
                return new ValueTask<int>(atOnce());
            }

            var source = new TaskCompletionSource<int>();
            Runs.Add((source, cancellation));
            return new ValueTask<int>(source.Task);
        }

        private void Enters()
        {
            Lines.Add("enter");
            if (Raises)
            {
                Raise(new EvNote("raised"));
            }
        }

        private void Leaves() => Lines.Add(Runs.Count > 0 && Runs[^1].Token.IsCancellationRequested ? "exit cancelled" : "exit");

        private void Note(in EvNote e) => Lines.Add(e.Text);

        private void Loaded(GObj? source, in EvLoaded e)
        {
            From = source;
            Lines.Add($"loaded {e.Value}");
        }

        private void NotLoaded(in EvNotLoaded e) => Lines.Add($"not loaded: {e.Why.Message}");
    }

    /// <summary>Work without a result, by a static method without a token, whose failure says nothing; on a composite.</summary>
    [GClass, Input<EvLoad>, Input<EvStop>, Input<EvSaved>, Input<EvNotSaved>]
    internal sealed partial class Saver : GObj
    {
        public static TaskCompletionSource Source { get; set; } = new();

        private enum State : byte
        {
            [On<EvLoad>(Next = Saving), Refuse] Idle,
            [Invoke<EvSaved, EvNotSaved>(nameof(SaveAsync)), On<EvSaved>(Next = Saved), On<EvNotSaved>(Next = Failed), On<EvStop>(Next = Idle)] Saving,
            [Inside(Saving), On<EvLoad>(Next = Second), Refuse] First,
            [Inside(Saving), Ignore<EvLoad>] Second,
            [On<EvLoad>(Next = Saving), Refuse] Saved,
            [Final] Failed,
        }

        private static Task SaveAsync() => Source.Task;
    }

    /// <summary>An app whose clock stands still, with a log.</summary>
    internal static (GAplic App, LogLines Log) App()
    {
        var log = new LogLines();
        return (new GAplic("app", new GAplicOptions { Time = new ManualTime(), Logger = log }), log);
    }

    internal static void RunOut(this GAplic app)
    {
        while (app.RunOnce())
        {
        }
    }
}
