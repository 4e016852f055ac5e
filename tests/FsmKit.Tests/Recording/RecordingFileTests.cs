using Xunit;

namespace FsmKit.Tests.Recordings;

/// <summary>A recording in a file, as a program leaves it that ends at any moment.</summary>
public sealed class RecordingFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();
    private readonly GAplic _app = new("app", new GAplicOptions { Time = new ManualTime() });
    private readonly Basket _basket;

    public RecordingFileTests() => _basket = _app.Create<Basket>("red");

    public void Dispose()
    {
        _app.Dispose();
        File.Delete(_path);
    }

    [Fact]
    public void The_file_has_everything_that_the_ring_has_dropped()
    {
        using (var recorder = Recorder.Attach(_basket, new RecorderOptions { Capacity = 10, SnapshotEvery = 5, File = _path }))
        {
            for (var i = 0; i < 20; i++)
            {
                _basket.Send(new EvPut(i));
                _app.RunOnce();
            }

            Assert.InRange(recorder.ToRecording().Entries.Count, 1, 10);
        }

        var recording = Recording.Load(_path);
        Assert.False(recording.IsTorn);
        Assert.Equal(("Basket", "red", 40), (recording.GClass, recording.Name, recording.Entries.Count(static entry => entry.Snapshot is null)));
        Assert.Equal(["Basket", "Tag"], recording.Tables.Keys);
        Assert.Equal(2, recording.Newest(2).Entries.Count(static entry => entry.Snapshot is not null));
        Assert.Equal(recording.ToJson(), Recording.Parse(recording.ToJson()).ToJson());
    }

    [Fact]
    public void What_a_cycle_has_recorded_is_in_the_file_at_the_beginning_of_the_next_one()
    {
        using var recorder = Recorder.Attach(_basket, new RecorderOptions { File = _path });
        _basket.Post(new EvPut(1));
        _app.RunOnce();
        Assert.DoesNotContain(Recording.Load(_path).Entries, static entry => entry.Event == "EvPut");
        _app.RunOnce();
        Assert.Contains(Recording.Load(_path).Entries, static entry => entry.Event == "EvPut");
    }

    [Fact]
    public void Each_entry_may_be_flushed_at_once()
    {
        using var recorder = Recorder.Attach(_basket, new RecorderOptions { File = _path, FlushEachEntry = true });
        _basket.Send(new EvPut(1));
        Assert.Equal(2, Recording.Load(_path).Entries.Count);
    }

    [Fact]
    public void A_file_that_was_cut_off_anywhere_is_read_up_to_the_last_whole_line()
    {
        using (Recorder.Attach(_basket, new RecorderOptions { File = _path }))
        {
            _basket.Send(new EvPut(1));
            _basket.Send(new EvTick());
        }

        var text = File.ReadAllText(_path);
        var header = text.IndexOf('\n', StringComparison.Ordinal);
        for (var length = header + 1; length <= text.Length; length++)
        {
            var recording = Recording.Parse(text[..length]);
            var whole = text[..length].Count(static c => c == '\n');
            Assert.Equal(length < text.Length && text[length - 1] != '\n' && text[length] != '\n', recording.IsTorn);
            Assert.InRange(recording.Entries.Count + recording.Tables.Count, whole - 1, whole);
        }

        Assert.Throws<FormatException>(() => Recording.Parse(text[..(header / 2)]));
        Assert.StartsWith("Line 2 of the recording is no entry: ", Assert.Throws<FormatException>(() => Recording.Parse(text.Insert(header + 5, "\n"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The text is no recording: its first line is no header.")]
    [InlineData("{}", "The text is no recording: its first line has no format.")]
    [InlineData("{\"format\":\"FsmKit.Recording/9\"}", "The recording has the format 'FsmKit.Recording/9', and this program reads 'FsmKit.Recording/1'.")]
    public void What_is_no_recording_is_told(string text, string begin) =>
        Assert.StartsWith(begin, Assert.Throws<FormatException>(() => Recording.Parse(text)).Message, StringComparison.Ordinal);
}
