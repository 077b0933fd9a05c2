/** The same object with some of its methods in others' place; the rest keep their own `this`. */
export const overlaid = <Whole extends object>(whole: Whole, instead: Partial<Whole>): Whole =>
  new Proxy(whole, {
    get(target, name) {
      const found: unknown = Reflect.get(Object.hasOwn(instead, name) ? instead : target, name);
      return typeof found === 'function' ? found.bind(target) : found;
    },
  });
