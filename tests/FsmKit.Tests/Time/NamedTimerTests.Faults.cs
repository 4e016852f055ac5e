using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Tests;

/// <content>Exceptions, memory that is short, and objects that a timeout keeps alive.</content>
public sealed partial class NamedTimerTests
{
    [Fact]
    public void An_event_that_is_no_input_is_told_with_what_to_do()
    {
        var thrown = Assert.Throws<GObjException>(_line.StartForeign);
        Assert.Contains("EvForeign is no input event of Line:line", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("[Input<EvForeign>] on Line", thrown.Message, StringComparison.Ordinal);
        Assert.False(_line.StopForeign());
        Assert.True(_app.Timers.IsEmpty);
    }

    [Fact]
    public void An_exception_of_its_row_is_in_the_log_and_the_next_period_comes()
    {
        _line.OnRetry = static line => throw new NotSupportedException("on purpose");
        _line.Start(10, 10, 1);
        _time.Advance(10, _app);
        _line.OnRetry = null;
        _time.Advance(10, _app);
        Assert.Equal(2, _line.Got.Count);
        var line = Assert.Single(_log.From(LogLevel.Error));
        Assert.Contains("Line:line", line, StringComparison.Ordinal);
        Assert.Contains("on purpose", line, StringComparison.Ordinal);
    }

    [Fact]
    public void What_failed_for_want_of_memory_comes_again_unless_it_is_stopped()
    {
        _line.OnRetry = static line => Fail(line.Got.Count > 1);
        _line.Start(10, 1);
        _time.Advance(10, _app);
        Assert.Single(_line.Got);
        _time.Advance(200, _app);
        Assert.Equal(["retry 1", "retry 1"], _line.Got);

        _line.OnRetry = static line =>
        {
            line.Stop();
            Fail(false);
        };
        _line.Start(10, 2);
        _time.Advance(10, _app);
        Assert.Null(_line.Left);
        _time.Advance(200, _app);
        _time.Advance(200, _app);
        Assert.Equal(["retry 1", "retry 1", "retry 2"], _line.Got);

        static void Fail(bool passes)
        {
            if (!passes)
            {
                throw new InsufficientMemoryException("on purpose");
            }
        }
    }

    [Fact]
    public void An_event_that_has_come_is_not_kept()
    {
        var why = Start();
        _time.Advance(10, _app);
        _line.Got.Clear();
        GC.Collect();
        Assert.False(why.TryGetTarget(out _));

        [MethodImpl(MethodImplOptions.NoInlining)]
        WeakReference<string> Start()
        {
            var text = new string('x', 10);
            _line.StartGivingUp(10, text);
            return new WeakReference<string>(text);
        }
    }
}
