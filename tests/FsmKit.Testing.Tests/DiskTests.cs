using System.Text;

namespace FsmKit.Testing.Tests;

/// <summary>Data that a disk keeps through crashes and faults.</summary>
public sealed class DiskTests
{
    private static HashSet<string> AfterCrash(DiskFaults faults, Action<Stream> write)
    {
        var ways = new HashSet<string>();
        Explore.Run(
            world =>
            {
                var disk = world.Disk(faults);
                using (var file = disk.Open("journal", appends: true))
                {
                    write(file);
                }

                disk.Crash();
                ways.Add(Encoding.ASCII.GetString(disk.ReadAllBytes("journal")));
            });
        return ways;
    }

    private static void Write(Stream file, string text) => file.Write(Encoding.ASCII.GetBytes(text));

    [Fact]
    public void What_was_flushed_is_safe()
    {
        var ways = AfterCrash(new DiskFaults { LosesUnflushed = true, TearsWrites = true }, static file =>
        {
            Write(file, "abc");
            file.Flush();
            Write(file, "def");
        });
        Assert.Equal(["abc", "abcd", "abcde", "abcdef"], ways.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_write_is_lost_by_itself()
    {
        var ways = AfterCrash(new DiskFaults { LosesUnflushed = true }, static file =>
        {
            Write(file, "ab");
            file.Position = 1;
            Write(file, "c");
        });
        Assert.Equal(["", "\0c", "ab", "ac"], ways.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_faults_all_of_it_is_kept() => Assert.Equal(["ab"], AfterCrash(DiskFaults.None, static file => Write(file, "ab")));

    [Fact]
    public void A_full_disk_may_take_what_fits() =>
        Explore.Run(
            static world =>
            {
                var disk = world.Disk(new DiskFaults { Capacity = 4, WritesPartly = true });
                using var file = disk.Open("a");
                Write(file, "abc");
                Assert.Throws<IOException>(() => Write(file, "de"));
                Assert.Equal((4L, 4L, "abcd"), (disk.Length, file.Position, Encoding.ASCII.GetString(disk.ReadAllBytes("a"))));
                Assert.Throws<IOException>(() => Write(file, "e"));
            },
            new ExploreOptions { Schedules = 1 });

    [Fact]
    public void A_write_that_fails_may_leave_any_beginning()
    {
        var ways = AfterCrash(new DiskFaults { WriteFailures = 0.5, WritesPartly = true }, static file =>
        {
            try
            {
                Write(file, "abc");
            }
            catch (IOException)
            {
                // A part is written.
            }
        });
        Assert.Equal(["", "a", "ab", "abc"], ways.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_full_disk_takes_nothing_more() =>
        Explore.Run(
            static world =>
            {
                var disk = world.Disk(new DiskFaults { Capacity = 4 });
                using var file = disk.Open("a");
                Write(file, "abc");
                Assert.Contains("full", Assert.Throws<IOException>(() => Write(file, "de")).Message, StringComparison.Ordinal);
                file.Position = 0;
                Write(file, "xyz");
                Assert.Equal((3L, "xyz"), (disk.Length, Encoding.ASCII.GetString(disk.ReadAllBytes("a"))));
            },
            new ExploreOptions { Schedules = 1 });

    [Fact]
    public void Files_are_renamed_and_deleted_at_once() =>
        Explore.Run(
            static world =>
            {
                var disk = world.Disk();
                using (var file = disk.Open("new"))
                {
                    Write(file, "b");
                }

                disk.Open("old").Dispose();
                disk.Rename("new", "old");
                Assert.Equal(["old"], disk.Files);
                Assert.Equal("b"u8, disk.ReadAllBytes("old"));
                Assert.Equal((true, false), (disk.Delete("old"), disk.Exists("old")));
                Assert.Contains("'old'", Assert.Throws<FileNotFoundException>(() => disk.ReadAllBytes("old")).Message, StringComparison.Ordinal);
            },
            new ExploreOptions { Schedules = 1 });

    [Fact]
    public void Writes_fail_by_chance()
    {
        var failed = 0;
        Explore.Run(world =>
        {
            using var file = world.Disk(new DiskFaults { WriteFailures = 0.25 }).Open("a");
            try
            {
                Write(file, "a");
            }
            catch (IOException)
            {
                failed++;
            }
        });
        Assert.InRange(failed, 150, 350);
    }

    [Fact]
    public void A_slow_disk_takes_the_time_of_the_world()
    {
        var times = new HashSet<TimeSpan>();
        Explore.Run(world =>
        {
            var disk = world.Disk(new DiskFaults { MaxDelay = TimeSpan.FromMilliseconds(700) });
            Task? written = null;
            world.Loop("writer", _ => written = disk.Open("a").WriteAsync("a"u8.ToArray()).AsTask());
            world.Eventually("it is written", () => written!.IsCompletedSuccessfully && times.Add(world.Elapsed) | true);
        });
        Assert.Equal(Enumerable.Range(0, 8).Select(static i => TimeSpan.FromMilliseconds(100 * i)), times.Order());
    }
}
