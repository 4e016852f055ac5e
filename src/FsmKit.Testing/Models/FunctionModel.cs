namespace FsmKit.Testing.Models;

/// <summary>Model that consists of a value and a function from this value and an event to the next value.</summary>
internal sealed class FunctionModel<T, TModel>(T gobj, TModel start, Func<TModel, object, TModel> step, Func<TModel, T, bool> agrees) : IModel
{
    private TModel _at = start;

    public void Step(object e) => _at = step(_at, e);

    public string? Differs() => agrees(_at, gobj) ? null : $"{_at}";
}
