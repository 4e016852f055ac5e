using FsmKit.TestShared;
using Xunit;

namespace FsmKit.Tests;

/// <summary>Going through the children of a type while children come and go.</summary>
public sealed partial class TypedChildrenTests : IDisposable
{
    private readonly GAplic _app = new("app");

    public void Dispose() => _app.Dispose();

    [Fact]
    public void They_come_in_the_order_of_their_creation_and_without_the_others()
    {
        Make("a", "-", "b", "c");
        Assert.Equal("a b c", Names());
        Assert.Equal("-", string.Join(' ', List(_app.Children<Other>()).Select(static one => one.Name)));
        Assert.Equal("a - b c", string.Join(' ', List(_app.Children<GObj>()).Select(static one => one.Name)));
    }

    [Fact]
    public void An_interface_finds_whoever_takes_an_event()
    {
        Make("a", "-", "b");
        Assert.Equal("a b", string.Join(' ', List(_app.Children<IAccept<EvPing>>()).Select(static one => ((GObj)one).Name)));
    }

    [Fact]
    public void A_gclass_asks_for_its_own()
    {
        var parent = _app.Create<Other>();
        parent.Create<Item>("a");
        parent.Create<Other>("-").Create<Item>("below");
        Assert.Equal(["a"], parent.Items());
    }

    [Fact]
    public void None_is_none() => Assert.Equal("", Names());

    [Theory]
    [InlineData("a:a", "a b c d")]
    [InlineData("a:b", "a c d")]
    [InlineData("a:b c", "a d")]
    [InlineData("a:d", "a b c")]
    [InlineData("a:c d", "a b")]
    [InlineData("a:b c d", "a")]
    [InlineData("a:a b c d", "a")]
    [InlineData("b:a b", "a b c d")]
    [InlineData("b:a b c", "a b d")]
    [InlineData("c:d c", "a b c")]
    [InlineData("c:a b c d", "a b c")]
    [InlineData("d:d", "a b c d")]
    public void One_that_is_destroyed_before_its_turn_is_left_out(string destroyed, string seen)
    {
        Make("a", "b", "c", "d");
        Assert.Equal(seen, Names(item => Destroy(item, destroyed)));
    }

    [Theory]
    [InlineData("a:", "a b")]
    [InlineData("b:", "a b")]
    [InlineData("a:b", "a")]
    [InlineData("a:a", "a b")]
    [InlineData("a:a b", "a")]
    [InlineData("b:a b", "a b")]
    public void One_that_is_created_meanwhile_is_not_reached(string destroyed, string seen)
    {
        Make("a", "b");
        Assert.Equal(seen, Names(item =>
        {
            // One child before and one behind the destroyed item.
            _app.Create<Item>("new");
            Destroy(item, destroyed);
            _app.Create<Item>("newer");
        }));
    }

    [Fact]
    public void The_parent_may_be_destroyed()
    {
        var parent = _app.Create<Other>();
        parent.Create<Item>("a");
        parent.Create<Item>("b");
        var seen = "";
        foreach (var item in parent.Children<Item>())
        {
            seen += item.Name;
            parent.Destroy();
        }

        Assert.Equal("a", seen);
    }

    [Fact]
    public void Enumerations_inside_each_other_and_left_early_do_not_disturb_each_other()
    {
        Make("a", "b", "c");
        var seen = new List<string>();
        foreach (var outer in _app.Children<Item>())
        {
            foreach (var inner in _app.Children<Item>())
            {
                seen.Add(outer.Name + inner.Name);
                if (inner.Name == "b")
                {
                    break;
                }
            }

            if (outer.Name == "a")
            {
                _app.FindChild("b")!.Destroy();
            }
        }

        Assert.Equal("aa ab ca cc", string.Join(' ', seen));
    }

    [Fact]
    public void One_that_is_ended_twice_or_out_of_order_ends_no_other()
    {
        Make("a", "b");
        var first = _app.Children<Item>().GetEnumerator();
        var second = _app.Children<Item>().GetEnumerator();
        var copy = first;
        first.Dispose();
        copy.Dispose();
        Assert.False(copy.MoveNext());
        var third = _app.Children<Item>().GetEnumerator();
        copy.Dispose();
        Assert.True(third.MoveNext() && third.MoveNext() && second.MoveNext() && second.MoveNext() && !second.MoveNext());
        second.Dispose();
        third.Dispose();
    }

    [Fact]
    public void They_allocate_nothing()
    {
        Make("a", "b", "c");
        var seen = 0;
        Assert.Equal(0, Allocation.Of(() =>
        {
            foreach (var outer in _app.Children<Item>())
            {
                foreach (var inner in _app.Children<IAccept<EvPing>>())
                {
                    inner.Send(new EvPing());
                    seen++;
                }
            }
        }));
        Assert.True(seen > 0 && seen % 9 == 0);
    }

    private static List<T> List<T>(ChildEnumerable<T> children)
        where T : class
    {
        var list = new List<T>();
        foreach (var child in children)
        {
            list.Add(child);
        }

        return list;
    }

    private void Make(params string[] names)
    {
        foreach (var name in names)
        {
            _ = name == "-" ? (GObj)_app.Create<Other>(name) : _app.Create<Item>(name);
        }
    }

    private string Names(Action<Item>? each = null)
    {
        var names = new List<string>();
        foreach (var item in _app.Children<Item>())
        {
            names.Add(item.Name);
            each?.Invoke(item);
        }

        return string.Join(' ', names);
    }

    /// <summary>Destroys, at the turn of the child before the colon, those behind it.</summary>
    private void Destroy(Item turn, string plan)
    {
        var (at, names) = (plan.Split(':')[0], plan.Split(':')[1]);
        foreach (var name in turn.Name == at ? names.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [])
        {
            _app.FindChild(name)!.Destroy();
        }
    }

    internal readonly record struct EvPing;

    [GClass, Input<EvPing>]
    internal sealed partial class Item : GObj
    {
        private enum State : byte
        {
            [On<EvPing>(Next = Here)] Here,
        }
    }

    [GClass]
    internal sealed partial class Other : GObj
    {
        private enum State : byte
        {
            Here,
        }

        public List<string> Items()
        {
            var names = new List<string>();
            foreach (var item in this.Children<Item>())
            {
                names.Add(item.Name);
            }

            return names;
        }
    }
}
