using System.Diagnostics.CodeAnalysis;
using FsmKit.Testing.Models;

namespace FsmKit.Testing;

/// <content>What is tested, with what, and what holds.</content>
public sealed partial class MachineTestOptions<T>
{
    internal Func<World, T> Maker { get; private set; } = static world => world.Loop("test").Create<T>("it");

    internal Dictionary<Type, Func<EventDice, object?>> Given { get; } = [];

    internal HashSet<Type> Never { get; } = [];

    internal List<(string Name, Func<T, bool> Holds)> Invariants { get; } = [];

    internal Func<T, IModel>? Model { get; private set; }

    /// <summary>Says how a gobj and what it needs is made, in each world anew. Default: on a loop, without settings.</summary>
    public MachineTestOptions<T> Create(Func<World, T> make)
    {
        Maker = make ?? throw new ArgumentNullException(nameof(make));
        return this;
    }

    /// <summary>Says how values of a type are made: an event, or a part of one. Without it they are made by their type.</summary>
    /// <param name="make">Makes a value, with choices of the dice alone. A library of generators is seeded by such a choice.</param>
    public MachineTestOptions<T> Generate<TValue>(Func<EventDice, TValue> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        Given[typeof(TValue)] = dice => make(dice);
        return this;
    }

    /// <summary>Leaves an event to others: children, work of a state, the gobj itself. The test waits where a path wants it.</summary>
    public MachineTestOptions<T> Without<TEvent>()
        where TEvent : struct
    {
        Never.Add(typeof(TEvent));
        return this;
    }

    /// <summary>Asks after each step whether something holds of the gobj.</summary>
    /// <param name="name">What holds, in words.</param>
    /// <param name="holds">Asks. It must change nothing.</param>
    public MachineTestOptions<T> Always(string name, Func<T, bool> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);
        Invariants.Add((name, holds));
        return this;
    }

    /// <summary>Compares the gobj with a model after each event, when all that the event led to has happened.</summary>
    /// <param name="start">What the model is at the beginning; it must not be changed, as each schedule begins with it.</param>
    /// <param name="step">What the model is after an event, or after <see cref="Waited"/>.</param>
    /// <param name="agrees">Whether the gobj is as the model says. It must change nothing.</param>
    public MachineTestOptions<T> Compare<TModel>(TModel start, Func<TModel, object, TModel> step, Func<TModel, T, bool> agrees)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(agrees);
        Model = gobj => new FunctionModel<T, TModel>(gobj, start, step, agrees);
        return this;
    }

    /// <summary>Compares the gobj with one of another gclass, which gets the same events (of those that it accepts) and the same time.</summary>
    /// <param name="agrees">Whether both are alike. It must change nothing.</param>
    /// <param name="configure">Sets the other one up; null leaves it as it is.</param>
    [RequiresUnreferencedCode(MachineTest.Trimming)]
    [RequiresDynamicCode(MachineTest.Trimming)]
    public MachineTestOptions<T> CompareWith<TTwin>(Func<TTwin, T, bool> agrees, Action<TTwin>? configure = null)
        where TTwin : GObj, new()
    {
        ArgumentNullException.ThrowIfNull(agrees);
        Model = gobj => new TwinModel<T, TTwin>(gobj, gobj.Gaplic.Create("model", configure), agrees);
        return this;
    }
}
