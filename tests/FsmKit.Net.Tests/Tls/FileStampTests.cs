using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Every way in which a file is replaced gives another stamp.</summary>
public sealed class FileStampTests : IDisposable
{
    private static readonly DateTime Old = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("fsmkit-stamp-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void A_file_that_is_not_there_has_none()
    {
        Assert.Equal(default, FileStamp.Of(null));
        Assert.Equal(default, FileStamp.Of(Here("nothing")));
        Assert.Equal(default, FileStamp.Of(Here("nothing/at/all")));
        Assert.Equal(default, FileStamp.Portable(Here("nothing")));
    }

    [Fact]
    public void A_file_that_stays_keeps_its_own()
    {
        var file = Write("file", "one");
        var before = FileStamp.Of(file);
        Assert.Equal("one", File.ReadAllText(file));
        Assert.Equal(before, FileStamp.Of(file));
        Assert.NotEqual(default, before);
        Assert.Equal(FileStamp.Portable(file), FileStamp.Portable(file));
    }

    [Fact]
    public void A_link_to_a_directory_that_is_swapped_gives_another()
    {
        var file = Path.Combine(Here("..data"), "tls.crt");
        Directory.CreateDirectory(Here("first"));
        Directory.CreateDirectory(Here("second"));
        Write("first/tls.crt", "one");
        Write("second/tls.crt", "three");
        Directory.CreateSymbolicLink(Here("..data"), "first");
        File.CreateSymbolicLink(Here("tls.crt"), "..data/tls.crt");
        Differs(Here("tls.crt"), () =>
        {
            Directory.Delete(Here("..data"));
            Directory.CreateSymbolicLink(Here("..data"), "second");
        });
        Assert.Equal("three", File.ReadAllText(file));
    }

    [Fact]
    public void A_link_to_a_file_that_is_swapped_gives_another()
    {
        Write("first", "one");
        Write("second", "three");
        File.CreateSymbolicLink(Here("link"), "first");
        Differs(Here("link"), () =>
        {
            File.CreateSymbolicLink(Here("new"), "second");
            File.Move(Here("new"), Here("link"), overwrite: true);
        });
    }

    [Fact]
    public void A_file_of_the_same_length_and_time_in_its_place_gives_another()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells of inodes.");
        var file = Write("file", "one");
        var other = Write("other", "two");
        var before = FileStamp.Of(file);
        File.Move(other, file, overwrite: true);
        Assert.NotEqual(before, FileStamp.Of(file));
        Assert.Equal(FileStamp.Portable(file), FileStamp.Portable(file));
    }

    private static void Differs(string file, Action replace)
    {
        var (before, portable) = (FileStamp.Of(file), FileStamp.Portable(file));
        replace();
        Assert.NotEqual(before, FileStamp.Of(file));
        Assert.NotEqual(portable, FileStamp.Portable(file));
    }

    private string Here(string name) => Path.Combine(_directory.FullName, name);

    private string Write(string name, string text)
    {
        File.WriteAllText(Here(name), text);
        File.SetLastWriteTimeUtc(Here(name), Old);
        return Here(name);
    }
}
