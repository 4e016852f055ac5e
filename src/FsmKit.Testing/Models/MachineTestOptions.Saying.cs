using System.Diagnostics.CodeAnalysis;
using FsmKit.Testing.Models;

namespace FsmKit.Testing;

/// <content>Methods that set the gobj, its events, invariants and model.</content>
public sealed partial class MachineTestOptions<T>
{
    internal Func<World, T> Maker { get; private set; } = static world => world.Loop("test").Create<T>("it");

    internal Dictionary<Type, Func<EventDice, object?>> Given { get; } = [];

    internal HashSet<Type> Never { get; } = [];

    internal List<(string Name, Func<T, bool> Holds)> Invariants { get; } = [];

    internal Func<T, IModel>? Model { get; private set; }

    /// <summary>
    /// Sets the function that creates the tested gobj and everything around it, once for each simulated <see cref="World"/>. Default: a
    /// gobj with default parameters on a loop of its own.
    /// </summary>
    public MachineTestOptions<T> Create(Func<World, T> make)
    {
        Maker = make ?? throw new ArgumentNullException(nameof(make));
        return this;
    }

    /// <summary>
    /// Sets the function that creates values of a type: an event, or a part of one. Without it the test creates them by their type.
    /// </summary>
    /// <param name="make">
    /// Creates a value only from choices of the <see cref="EventDice"/>, without other random numbers. A library that generates random
    /// values can take such a choice as its seed.
    /// </param>
    public MachineTestOptions<T> Generate<TValue>(Func<EventDice, TValue> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        Given[typeof(TValue)] = dice => make(dice);
        return this;
    }

    /// <summary>
    /// Excludes an event from those that the test sends, for an event that children, asynchronous work or the gobj itself send. Where a
    /// path needs the event, the test lets time pass.
    /// </summary>
    public MachineTestOptions<T> Without<TEvent>()
        where TEvent : struct
    {
        Never.Add(typeof(TEvent));
        return this;
    }

    /// <summary>
    /// Checks a condition after each step of a test run (<see cref="Exploration.Steps"/>); the run fails when it does not hold.
    /// </summary>
    /// <param name="name">The condition in words, for the message of a failure.</param>
    /// <param name="holds">Returns whether the condition holds. It must change nothing.</param>
    public MachineTestOptions<T> Always(string name, Func<T, bool> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);
        Invariants.Add((name, holds));
        return this;
    }

    /// <summary>
    /// Compares the gobj with a model after each event, when all effects of the event are done. The test fails when they differ.
    /// </summary>
    /// <param name="start">The model at the start of each test run. Never change this object.</param>
    /// <param name="step">Returns the model after an input, which is an event or <see cref="Waited"/>.</param>
    /// <param name="agrees">Returns whether the gobj agrees with the model. It must change nothing.</param>
    public MachineTestOptions<T> Compare<TModel>(TModel start, Func<TModel, object, TModel> step, Func<TModel, T, bool> agrees)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(agrees);
        Model = gobj => new FunctionModel<T, TModel>(gobj, start, step, agrees);
        return this;
    }

    /// <summary>
    /// Compares the gobj with a gobj of another gclass on the same loop. The other gobj receives the same events, if it accepts them, and
    /// has the same clock.
    /// </summary>
    /// <param name="agrees">Returns whether the two gobjs agree. It must change nothing.</param>
    /// <param name="configure">Sets up the other gobj. Null leaves its defaults.</param>
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
