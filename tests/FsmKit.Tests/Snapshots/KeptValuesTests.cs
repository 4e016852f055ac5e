using System.Text.Json.Serialization;
using Xunit;

namespace FsmKit.Tests.Snapshots;

/// <summary>Kept members and their JSON contracts: here the generator of System.Text.Json runs.</summary>
public sealed partial class KeptValuesTests : IDisposable
{
    private readonly GAplic _app = new("app", new GAplicOptions { Time = new ManualTime() });

    public enum Shade
    {
        Dark,
        Light,
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public void Simple_values_need_no_context()
    {
        var all = _app.Create<Simple>();
        all.Fill();
        var again = _app.Restore<Simple>(MachineSnapshot.FromJson(all.Snapshot().ToJson()));
        Assert.Equal(all.Text(), again.Text());
        Assert.NotEqual(_app.Create<Simple>().Text(), again.Text());
    }

    [Fact]
    public void Other_types_are_kept_by_the_context_that_the_gclass_names()
    {
        var shelf = _app.Create<Shelf>("shelf");
        shelf.Items = new() { ["a"] = [new Item(1, "one")] };
        shelf.Note = new Item(2, null);
        var again = _app.Restore<Shelf>(MachineSnapshot.FromJson(shelf.Snapshot().ToJson()), "again");
        Assert.Equal(shelf.Items["a"], again.Items["a"]);
        Assert.Equal(shelf.Note, again.Note);
        Assert.Equal("""{"a":[{"Number":1,"Text":"one"}]}""", again.Snapshot().Kept["Items"].Json);
    }

    [Fact]
    public void A_type_that_the_context_does_not_list_is_told()
    {
        var x = Assert.Throws<MachineSnapshotException>(() => _app.Create<Forgetful>("f").Snapshot());
        Assert.Equal("Forgetful:f cannot keep 'Items': nothing says how a List<Uri> stands in JSON. Add [JsonSerializable(typeof(List<Uri>))] to ShelfJson.", x.Message);
    }

    [Fact]
    public void A_context_of_ones_own_can_list_the_snapshot()
    {
        var shelf = _app.Create<Shelf>("shelf");
        var text = System.Text.Json.JsonSerializer.Serialize(shelf.Snapshot(), StoreJson.Default.MachineSnapshot);
        var read = System.Text.Json.JsonSerializer.Deserialize(text, StoreJson.Default.MachineSnapshot)!;
        Assert.Equal(shelf.Snapshot().ToJson(), read.ToJson());
    }

    public sealed record Item(int Number, string? Text);

    [JsonSerializable(typeof(Dictionary<string, List<Item>>))]
    [JsonSerializable(typeof(Item))]
    internal sealed partial class ShelfJson : JsonSerializerContext;

    [JsonSerializable(typeof(MachineSnapshot))]
    internal sealed partial class StoreJson : JsonSerializerContext;

    [GClass(Version = 1, Json = typeof(ShelfJson))]
    public sealed partial class Shelf : GObj
    {
        [Kept]
        public Dictionary<string, List<Item>> Items { get; set; } = [];

        [Kept]
        public Item? Note { get; set; }

        private enum State : byte
        {
            Only,
        }
    }

    [GClass(Version = 1, Json = typeof(ShelfJson))]
    public sealed partial class Forgetful : GObj
    {
        [Kept]
#pragma warning disable FSM0051 // That is what the test is about.
        public List<Uri> Items { get; set; } = [];
#pragma warning restore FSM0051

        private enum State : byte
        {
            Only,
        }
    }

    [GClass(Version = 1)]
    public sealed partial class Simple : GObj
    {
        [Kept] private bool _bool;
        [Kept] private char _char = 'a';
        [Kept] private sbyte _sbyte;
        [Kept] private byte _byte;
        [Kept] private short _short;
        [Kept] private ushort _ushort;
        [Kept] private int _int;
        [Kept] private uint _uint;
        [Kept] private long _long;
        [Kept] private ulong _ulong;
        [Kept] private float _float;
        [Kept] private double _double;
        [Kept] private decimal _decimal;
        [Kept] private string? _string = "x";
        [Kept] private byte[] _bytes = [];
        [Kept] private DateTime _dateTime;
        [Kept] private DateTimeOffset _dateTimeOffset;
        [Kept] private DateOnly _date;
        [Kept] private TimeOnly _time;
        [Kept] private TimeSpan _span;
        [Kept] private Guid _guid;
        [Kept] private Shade _shade;
        [Kept] private int? _noInt = 3;
        [Kept] private TimeSpan? _aSpan;

        private enum State : byte
        {
            Only,
        }

        public void Fill()
        {
            (_bool, _char, _sbyte, _byte, _short, _ushort) = (true, 'ü', -1, 255, -300, 60_000);
            (_int, _uint, _long, _ulong, _float, _double, _decimal) = (int.MinValue, uint.MaxValue, long.MinValue, ulong.MaxValue, float.NegativeInfinity, double.NaN, 0.1m);
            (_string, _bytes, _dateTime, _dateTimeOffset) = (null, [1, 2, 3], new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)));
            (_date, _time, _span, _guid, _shade, _noInt, _aSpan) =
                (new DateOnly(2026, 1, 2), new TimeOnly(3, 4, 5), TimeSpan.FromTicks(1), new Guid("00112233-4455-6677-8899-aabbccddeeff"), Shade.Light, null, TimeSpan.FromDays(-3));
        }

        public string Text() => FormattableString.Invariant(
            $"{_bool} {_char} {_sbyte} {_byte} {_short} {_ushort} {_int} {_uint} {_long} {_ulong} {_float} {_double} {_decimal} {_string} {string.Join(",", _bytes)} {_dateTime:O} ")
            + FormattableString.Invariant($"{_dateTimeOffset:O} {_date:O} {_time:O} {_span} {_guid} {_shade} {_noInt} {_aSpan}");
    }
}
