using Microsoft.AspNetCore.Http.Features;

namespace FsmKit.AspNetCore.Tests;

public class FeatureSlotsTests
{
    private interface IOwn;

    private interface IForeign;

    [Fact]
    public void Own_features_are_there_and_found_by_type_and_type_argument()
    {
        var slots = new Slots();
        Assert.Same(slots, slots.Get<IOwn>());
        Assert.Same(slots, slots[typeof(IOwn)]);
        Assert.Null(slots.Get<IForeign>());
        Assert.Null(slots[typeof(IForeign)]);
        Assert.Equal([new(typeof(IOwn), slots)], slots);
    }

    [Fact]
    public void Any_feature_can_be_set_replaced_and_removed()
    {
        var slots = new Slots();
        var foreign = new Foreign();
        slots.Set<IForeign>(foreign);
        Assert.Same(foreign, slots[typeof(IForeign)]);
        var other = new Foreign();
        slots[typeof(IForeign)] = other;
        Assert.Same(other, slots.Get<IForeign>());
        slots.Set<IOwn>(null);
        Assert.Null(slots.Get<IOwn>());
        Assert.Equal([new(typeof(IForeign), other)], slots);
        slots.Set<IForeign>(null);
        Assert.Empty(slots);
    }

    [Fact]
    public void A_change_and_a_reset_change_the_revision_and_a_look_up_does_not()
    {
        var slots = new Slots();
        var before = slots.Revision;
        slots.Get<IOwn>();
        Assert.Equal(before, slots.Revision);
        slots.Set<IForeign>(new Foreign());
        Assert.NotEqual(before, slots.Revision);
        before = slots.Revision;
        slots.Reset();
        Assert.NotEqual(before, slots.Revision);
    }

    [Fact]
    public void A_reset_restores_the_own_features_and_removes_all_others()
    {
        var slots = new Slots();
        slots.Set<IForeign>(new Foreign());
        slots.Set<IOwn>(null);
        slots.Reset();
        Assert.Same(slots, slots.Get<IOwn>());
        Assert.Null(slots.Get<IForeign>());
        Assert.Equal([new(typeof(IOwn), slots)], slots);
    }

    [Fact]
    public void References_of_features_notice_the_reset()
    {
        var slots = new Slots();
        slots.Set<IForeign>(new Foreign());
        var references = new FeatureReferences<Cache>(slots);
        Assert.NotNull(references.Fetch(ref references.Cache.Foreign, static _ => null));
        slots.Reset();
        Assert.Null(references.Fetch(ref references.Cache.Foreign, static _ => null));
    }

    private struct Cache
    {
        public IForeign? Foreign;
    }

    private sealed class Foreign : IForeign;

    private sealed class Slots() : FeatureSlots([typeof(IOwn)]), IOwn
    {
        public void Reset() => ResetFeatures();
    }
}
