namespace FsmKit.Generators.Tests.Proof;

/// <summary>
/// The clock and the log of the application are called inside of transitions, and must not send. What one of them sends waits where there is a
/// queue, and comes back where there is none. The reactor is not called there: a post from the loop's own thread does not wake the loop.
/// </summary>
public class ApplicationsOwnTests
{
    private const string Source = """
        using Microsoft.Extensions.Logging;

        public static class Back { public static Action? Now; public static void Call() { var now = Now; Now = null; now?.Invoke(); } }
        public sealed class Clock : TimeProvider { public override long GetTimestamp() { Back.Call(); return 0; } }
        public sealed class Logger : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
            public bool IsEnabled(LogLevel level) => level == LogLevel.Error || level == LogLevel.Warning;
            public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Back.Call();
        }

        [GClass, Input<EvA>, Input<EvB>, Input<EvC>] public sealed partial class Box : GObj
        {
            private enum State { [On<EvA>(nameof(AcA), Next = S1), On<EvB>(nameof(AcB)), On<EvC>(nameof(AcC))] S0, [After(5), On<EvB>(nameof(AcB)), Refuse] S1 }
            //Note
            private void AcA() { Note("a<"); Note(">a"); }
            private void AcB() => Note("b");
            private void AcC() { Note("c<"); Post(this, new EvC()); Note(">c"); }
        }
        """;

    [Theory]
    [InlineData("Direct", "Clock", "EvA", "b Handled a< >a Handled")]
    [InlineData("Queued", "Clock", "EvA", "Queued a< >a b Handled")]
    [InlineData("Direct", "Logger", "EvC", "c< b Handled >c Handled")]
    [InlineData("Queued", "Logger", "EvC", "c< Queued >c b Handled")]
    public void One_of_them_that_sends_comes_back_where_there_is_no_queue(string lane, string which, string e, string expected) => Assert.Equal(expected, Lanes.Play(
        lane, Source, $$"""
        var options = new GAplicOptions { PostCapacity = 0 };
        options.{{(which == "Clock" ? "Time" : which)}} = new {{which}}();
        using var other = new GAplic("other", options);
        var box = other.Create<Box>();
        Back.Now = () => Say(box.Send(new EvB()));
        Say(box.Send(new {{e}}()));
        Back.Now = null;
        """));
}
